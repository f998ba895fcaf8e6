package dev.migtrue.model;

/** A place that migration files are read from. Declaration order is reporting order. */
public enum Source {
    WORKING_TREE("working tree"),
    INDEX("index"),
    HEAD("HEAD"),
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
