package dev.migtrue.judge;

/** What a run concludes. */
public enum Outcome {
    /** All that had to be looked at was, and nothing was found at or above the threshold. */
    CLEAN,
    /** Something was found at or above the threshold. */
    FINDINGS,
    /** Something that had to be looked at could not be. */
    UNVERIFIED
}
