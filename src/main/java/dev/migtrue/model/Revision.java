package dev.migtrue.model;

/**
 * A commit that was read.
 *
 * @param name what the user calls it: {@code HEAD}, {@code origin/main}
 * @param commit its full id in hexadecimal
 */
public record Revision(String name, String commit) {}
