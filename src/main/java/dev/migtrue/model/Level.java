package dev.migtrue.model;

import java.util.Locale;
import java.util.Optional;

/** How much a rule counts: a severity, or nothing at all. */
public enum Level {
    ERROR,
    WARNING,
    NOTE,
    /** The rule is not asked. */
    OFF;

    /** The level at which a finding has this severity. */
    public static Level of(Severity severity) {
        return switch (severity) {
            case ERROR -> ERROR;
            case WARNING -> WARNING;
            case NOTE -> NOTE;
        };
    }

    /** The severity of what the rule finds; absent when it is not asked. */
    public Optional<Severity> severity() {
        return switch (this) {
            case ERROR -> Optional.of(Severity.ERROR);
            case WARNING -> Optional.of(Severity.WARNING);
            case NOTE -> Optional.of(Severity.NOTE);
            case OFF -> Optional.empty();
        };
    }

    /** The word that users read and write. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
