package dev.migtrue.model;

import java.util.Locale;

/** Who depends on a database, and so how grave it is when it is ahead of the files. */
public enum DatabaseRole {
    /** One person's own: experiments belong there. */
    PRIVATE,
    /** Several people or machines work with it. */
    SHARED,
    /** Production, or what must be as reliable. */
    PROTECTED;

    /** The word that users read and write. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
