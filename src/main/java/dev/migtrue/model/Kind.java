package dev.migtrue.model;

/** How a migration tool treats a migration. */
public enum Kind {
    /** Runs once, in its place in the order. */
    VERSIONED,
    /** Runs again whenever its content changes. */
    REPEATABLE,
    /** Stands for all versions up to its own on an empty database. */
    BASELINE
}
