package dev.migtrue.system.flyway;

import java.util.Locale;

/** What a row of the version table tells. */
enum RowType {
    /** Flyway made the schema. */
    SCHEMA,
    /** Everything up to a version counts as run: somebody said so. */
    BASELINE_COMMAND,
    /** Everything up to a version counts as run: a baseline migration did it all. */
    BASELINE_SCRIPT,
    /** An earlier row no longer holds: undone, or marked as deleted by repair. */
    TAKEN_BACK,
    /** A migration was run. */
    RUN;

    /**
     * Types that we have never heard of are taken for migrations: a new kind of script is likelier than anything else.
     */
    static RowType of(String type) {
        String upper = type.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "SCHEMA", "TABLE" -> SCHEMA;
            case "BASELINE" -> BASELINE_COMMAND;
            case "DELETE" -> TAKEN_BACK;
            default -> upper.startsWith("UNDO_") ? TAKEN_BACK : upper.endsWith("_BASELINE") ? BASELINE_SCRIPT : RUN;
        };
    }
}
