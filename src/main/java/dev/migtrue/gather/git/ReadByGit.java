package dev.migtrue.gather.git;

/**
 * A part of a repository that JGit cannot read, so that the program {@code git} reads it.
 *
 * @param part what it is: {@code index}
 * @param why as the beginning of a sentence: {@code the index is sparse}
 */
public record ReadByGit(String part, String why) {}
