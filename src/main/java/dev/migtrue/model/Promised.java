package dev.migtrue.model;

import java.util.Optional;

/**
 * What is promised of the migrations of one use of a tool.
 *
 * @param said what the project says of this use; absent where it says nothing
 * @param usual what the tool stands for by itself
 */
public record Promised(Optional<Promise> said, Promise usual) {

    /** Nothing was said, of a tool like most. */
    public static final Promised USUAL = new Promised(Optional.empty(), Promise.RE_RUNNABLE);

    /** This one, where the project says something; without it nothing changes. */
    public Promised saying(Optional<Promise> words) {
        return new Promised(words.or(() -> said), usual);
    }

    /** What counts in a project that says this of all its tools. */
    public Promise under(Optional<Promise> project) {
        return said.or(() -> project).orElse(usual);
    }
}
