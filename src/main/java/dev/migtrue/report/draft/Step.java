package dev.migtrue.report.draft;

import java.util.List;

/** A part of a draft. */
sealed interface Step {

    /** Its statements, without the semicolon at the end; where a person has to decide, those that are suggested. */
    List<String> sql();

    /** A statement that is written, with or without a guard. */
    sealed interface Written extends Step {

        String statement();

        @Override
        default List<String> sql() {
            return List.of(statement());
        }
    }

    /** A statement without the semicolon at its end, which does nothing where its object is there already. */
    record Guarded(String statement) implements Written {}

    /**
     * A statement without the semicolon at its end, which fails where its object is there already, or makes another: the dialect
     * has no guard for it.
     */
    record Bare(String statement) implements Written {}

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

        @Override
        public List<String> sql() {
            return suggested;
        }

        ByHand(String what) {
            this(what, List.of());
        }
    }
}
