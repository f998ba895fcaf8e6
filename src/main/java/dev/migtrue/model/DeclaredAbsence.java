package dev.migtrue.model;

import java.util.Locale;

/** Applied migrations that the project says have no file here on purpose, and why. */
public record DeclaredAbsence(Cause cause, IdRange ids, String reason) {

    /** What became of the files. */
    public enum Cause {
        /** They were put together into another migration. */
        SQUASHED,
        /** They belong to another repository that works on the same version table. */
        FOREIGN
    }

    /** The words for tables: {@code declared squashed}. */
    public String words() {
        return "declared " + cause.name().toLowerCase(Locale.ROOT);
    }
}
