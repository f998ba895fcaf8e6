package dev.migtrue.model;

import java.util.Optional;

/**
 * The lock by which a migration tool keeps its other runs out, while one holds it.
 *
 * @param at the row that tells it
 * @param since as the database prints it, in the database's own time zone; absent where the tool does not say
 * @param by who holds it, in the tool's own words; absent where the tool does not say
 * @param release the tool's own command that takes the lock away
 */
public record HeldLock(Location.InVersionTable at, Optional<String> since, Optional<String> by, String release) {}
