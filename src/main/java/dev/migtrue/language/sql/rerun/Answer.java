package dev.migtrue.language.sql.rerun;

/** What comes back to a question. */
enum Answer {
    YES,
    NO,
    /** Nobody knows what is there, so it is as the script expects it for its first run. */
    AS_WANTED,
    UNCLEAR;

    static Answer of(boolean is) {
        return is ? YES : NO;
    }

    Answer negated() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case AS_WANTED, UNCLEAR -> this;
        };
    }
}
