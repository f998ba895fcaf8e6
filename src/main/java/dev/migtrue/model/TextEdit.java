package dev.migtrue.model;

/** Other words for a stretch of a file; an empty stretch is where they are put in between. */
public record TextEdit(Span at, String text) {}
