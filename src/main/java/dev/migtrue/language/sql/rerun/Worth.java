package dev.migtrue.language.sql.rerun;

/** What an expression of a script comes to, as far as it is known before anything runs. */
sealed interface Worth {

    record Words(String text) implements Worth {}

    /** How many rows there are: none or some. */
    record Count(Answer isSome) implements Worth {}

    record Unknown() implements Worth {}
}
