package dev.migtrue.model;

/** A place that migration files are read from. Declaration order is reporting order. */
public enum Source {
    WORKING_TREE("working tree"),
    INDEX("index"),
    HEAD("HEAD"),
    /** The commit where HEAD's line left the base branch; looked at only where base has gone on since. */
    FORK("merge base"),
    /** The newest commit of the branch to be merged into. */
    BASE("base");

    private final String label;

    Source(String label) {
        this.label = label;
    }

    /** The name that users read. */
    public String label() {
        return label;
    }
}
