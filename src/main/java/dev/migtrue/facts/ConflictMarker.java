package dev.migtrue.facts;

import dev.migtrue.model.Span;

/**
 * A line that git wrote where two versions of a file could not be merged.
 *
 * @param line as it stands there: {@code <<<<<<< HEAD}
 */
public record ConflictMarker(Span at, String line) {}
