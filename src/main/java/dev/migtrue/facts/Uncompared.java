package dev.migtrue.facts;

/**
 * A part of a schema of which nobody can tell whether it is right.
 *
 * @param what kinds of objects, objects or properties, in words: {@code triggers}; {@code everything} where nothing was compared
 * @param reason lower case where it starts with a word, no full stop
 */
public record Uncompared(String what, String reason) {

    /** What stands for the whole of a schema. */
    public static final String EVERYTHING = "everything";
}
