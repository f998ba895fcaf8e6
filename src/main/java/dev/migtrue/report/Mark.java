package dev.migtrue.report;

/** What one place says of one migration, readable without colour. Declaration order is the order of the legend. */
enum Mark {
    YES("yes", Ink.GOOD, "there"),
    ABSENT("·", Ink.FAINT, "not there"),
    UNTRACKED("untracked", Ink.BAD, "on disk, not in the index"),
    IGNORED("ignored", Ink.BAD, "on disk, hidden from git by an ignore rule"),
    STAGED("staged", Ink.NOTABLE, "in the index, not in HEAD"),
    MODIFIED("modified", Ink.NOTABLE, "other content than in HEAD, or than in the index where HEAD has none"),
    APPLIED("applied", Ink.GOOD, "has a row in the version table"),
    IMPLIED("implied", Ink.GOOD, "applied, as a later one has the row"),
    EDITED("edited", Ink.BAD, "applied with other content"),
    FAILED("failed", Ink.BAD, "its run ended in an error"),
    PENDING("pending", Ink.NOTABLE, "not applied yet"),
    UNKNOWN("?", Ink.NOTABLE, "not known");

    private final String label;
    private final Ink ink;
    private final String meaning;

    Mark(String label, Ink ink, String meaning) {
        this.label = label;
        this.ink = ink;
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }

    Piece piece() {
        return new Piece(ink, label);
    }

    /** Whether the database that says this ran the migration, or tried to. */
    boolean isRun() {
        return switch (this) {
            case APPLIED, IMPLIED, EDITED, FAILED -> true;
            case YES, ABSENT, UNTRACKED, IGNORED, STAGED, MODIFIED, PENDING, UNKNOWN -> false;
        };
    }

    /** Whether this alone needs someone's attention. */
    boolean isBad() {
        return ink == Ink.BAD;
    }
}
