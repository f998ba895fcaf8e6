package dev.migtrue.judge;

/**
 * Something that could not be looked at.
 *
 * @param what {@code database default}, {@code base}, {@code migrations/versions/012_x.py}
 * @param reason one line, no secret
 * @param weight whether the run must fail for it
 */
public record Unverified(String what, String reason, Weight weight) {

    /** Whether a run may pass although something was not looked at. */
    public enum Weight {
        REQUIRED,
        TOLERATED
    }
}
