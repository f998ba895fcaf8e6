package dev.migtrue.model;

import java.time.OffsetDateTime;

/**
 * A commit as people speak of it.
 *
 * @param id its full id in hexadecimal
 * @param author the name of who wrote it
 * @param written when it was written, in the author's own time zone
 * @param subject the first line of its message; may be empty
 */
public record Commit(String id, String author, OffsetDateTime written, String subject) {

    private static final int BRIEF = 10;

    /** So much of its id as nobody will mistake for another's. */
    public String briefId() {
        return id.substring(0, Math.min(BRIEF, id.length()));
    }
}
