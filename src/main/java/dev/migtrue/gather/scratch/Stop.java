package dev.migtrue.gather.scratch;

import dev.migtrue.model.Span;

/**
 * The statement that a database refused.
 *
 * @param statement how many were run before it
 * @param at where it stands in the file
 * @param code as the database numbers the error: an SQLSTATE, or the number of its maker
 */
public record Stop(int statement, Span at, String code, String message) {}
