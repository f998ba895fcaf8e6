package dev.migtrue.language.code;

/**
 * A token of a plain Python text.
 *
 * @param text as it is written; empty for a string, a comment, and what is not written at all. That a line goes on in the next is a comment
 *     of its own
 */
record PlainToken(Kind kind, String text, int start, int end) {

    enum Kind {
        NAME,
        KEYWORD,
        NUMBER,
        STRING,
        SIGN,
        COMMENT,
        NEWLINE,
        INDENT,
        DEDENT,
        END
    }
}
