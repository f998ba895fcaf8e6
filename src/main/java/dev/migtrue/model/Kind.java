package dev.migtrue.model;

/** How a migration tool treats a migration. */
public enum Kind {
    /** Runs once, in its place in the order. */
    VERSIONED,
    /** Runs again whenever its content changes. */
    REPEATABLE,
    /** Stands for all versions up to its own on an empty database. */
    BASELINE,
    /** Takes back what the versioned migration of its version did; never run unless somebody asks for it. */
    UNDO;

    /** Whether the text that was run counts for good: others may change at any time. */
    public boolean isLasting() {
        return this == VERSIONED || this == BASELINE;
    }
}
