package dev.migtrue.language.sql;

/** A stretch of a text: 0-based offsets in chars, end exclusive. */
public record Place(int start, int end) {

    public Place {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a place: %d-%d".formatted(start, end));
        }
    }

    /** The text that stands there. */
    public String in(String text) {
        return text.substring(start, end);
    }
}
