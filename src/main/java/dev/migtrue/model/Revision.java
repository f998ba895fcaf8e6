package dev.migtrue.model;

/**
 * A commit that was read.
 *
 * @param name what the user calls it: {@code HEAD}, {@code origin/main}
 * @param commit its full id in hexadecimal
 */
public record Revision(String name, String commit) {

    private static final int BRIEF = 8;

    /** So much of the commit's id as is enough to recognise it: {@code 4f2a91c0}. */
    public String briefCommit() {
        return commit.substring(0, Math.min(BRIEF, commit.length()));
    }
}
