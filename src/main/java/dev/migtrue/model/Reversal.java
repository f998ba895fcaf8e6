package dev.migtrue.model;

/** Whether a migration has a part that takes it back, where its tool runs such parts. */
public enum Reversal {
    /** It has one, or says why it cannot have any, or the tool makes it up itself. */
    WRITTEN,
    /** It has none, or one in which nothing stands. */
    MISSING
}
