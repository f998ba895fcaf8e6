package dev.migtrue.model;

/**
 * A file in a migration folder that its tool would silently ignore or refuse.
 *
 * @param problem what the tool does and why, in the words of a finding
 * @param help what to do about it
 */
public record MalformedFile(FileSpan at, String problem, String help) {}
