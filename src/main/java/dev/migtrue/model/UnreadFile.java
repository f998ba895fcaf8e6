package dev.migtrue.model;

/** A file that is or may be a migration, but that cannot be read without running it, or at all; {@code reason} says why. */
public record UnreadFile(FileSpan at, String reason) {}
