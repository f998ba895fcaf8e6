package dev.migtrue.language.schema;

/** Differences in a line each, as tests expect them. */
public final class Told {

    private Told() {}

    /** What differs and how. */
    public static String inWords(Difference difference) {
        return switch (difference) {
            case Difference.Missing missing -> "missing " + missing.object();
            case Difference.Unexpected unexpected -> "unexpected " + unexpected.object();
            case Difference.Renamed renamed ->
                renamed.object() + " -> " + renamed.actual().id();
            case Difference.Changed changed ->
                "%s %s: %s -> %s"
                        .formatted(
                                changed.object(),
                                changed.property(),
                                changed.expected().orElse("none"),
                                changed.actual().orElse("none"));
        };
    }
}
