package dev.migtrue.language.code;

/** That a text is not as plain as is read without a parser. It costs no more than an answer: nobody looks at its stack. */
final class Doubt extends RuntimeException {

    private static final long serialVersionUID = 1;

    Doubt() {
        super("not plain", null, false, false);
    }
}
