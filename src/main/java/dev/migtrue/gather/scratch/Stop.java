package dev.migtrue.gather.scratch;

import dev.migtrue.language.sql.Place;

/**
 * The statement that a database refused.
 *
 * @param statement its index among the statements of its script
 * @param place where it stands in the script
 * @param code as the database numbers the error: an SQLSTATE, or the number of its maker
 */
public record Stop(int statement, Place place, String code, String message) {}
