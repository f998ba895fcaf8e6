package dev.migtrue.model;

import java.util.Locale;

/** How much a finding matters, the gravest first. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /** Whether this is as grave as {@code threshold}, or graver. */
    public boolean reaches(Severity threshold) {
        return compareTo(threshold) <= 0;
    }

    /** The word that users read and write. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
