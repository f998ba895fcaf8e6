package dev.migtrue.model;

/** How the run of an applied migration ended, as far as its tool wrote it down. */
public enum Outcome {
    SUCCEEDED,
    FAILED
}
