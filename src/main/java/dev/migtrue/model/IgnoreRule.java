package dev.migtrue.model;

/**
 * The rule that hides a file from git.
 *
 * @param file the ignore file as git names it: a path in the repository, {@code .git/info/exclude}, or the user's excludes file
 * @param line 1-based line of the rule in that file
 * @param pattern the rule as it is written there
 */
public record IgnoreRule(String file, int line, String pattern) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + pattern;
    }
}
