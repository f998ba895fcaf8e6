package dev.migtrue.language.effect;

/** How what a text says compares with what a catalogue says. */
enum Agreement {
    SAME,
    OTHER,
    /** Nobody can tell: the one may be the way in which the server prints the other. */
    UNSURE
}
