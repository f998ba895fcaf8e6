package dev.migtrue.language.sql.guarded;

/** A way, and the version that first had it; empty where every version in use has it. */
record Offer(Way way, String since) {

    static final Offer NONE = new Offer(Way.NONE, "");

    static Offer of(Way way) {
        return new Offer(way, "");
    }
}
