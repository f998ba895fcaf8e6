package dev.migtrue.model;

/** Where a finding points. */
public sealed interface Location {

    /** A stretch of a file. */
    record InFile(FileSpan at) implements Location {}

    /** A row of a version table; {@code row} is the value that identifies it there. */
    record InVersionTable(String table, String row) implements Location {}

    /** A thing that a database is made of; {@code object} is what messages call it: {@code index public.people.by_age}. */
    record InSchema(DatabaseName database, String object) implements Location {}

    /** The repository as a whole. */
    record WholeRepository() implements Location {}
}
