package dev.migtrue.report.draft;

import java.util.List;

/** A part of a draft. */
sealed interface Step {

    /** A statement without the semicolon at its end, which does nothing where its object is there already. */
    record Guarded(String sql) implements Step {}

    /** A statement without the semicolon at its end, which fails where its object is there already: the dialect has no guard for it. */
    record Bare(String sql) implements Step {}

    /**
     * What is left to a person.
     *
     * @param what in words
     * @param suggested statements that would do it, to be read before they are used; none where nothing plain would
     */
    record ByHand(String what, List<String> suggested) implements Step {
        public ByHand {
            suggested = List.copyOf(suggested);
        }

        ByHand(String what) {
            this(what, List.of());
        }
    }
}
