package dev.migtrue.language.sql;

/** What a token is. Every character of a script belongs to exactly one. */
public enum TokenKind {
    /** White space. */
    BLANK,
    COMMENT,
    /** The beginning or end of a comment whose content is run, such as {@code /*!40101}. */
    CODE_MARK,
    /** What the client obeys and never sends: {@code \connect db}, {@code GO}, {@code DELIMITER //}. */
    COMMAND,
    /** Rows that follow {@code COPY … FROM STDIN}, with the line that ends them. */
    DATA,
    /** A keyword, a plain name or a variable; placeholders such as <code>${schema}</code> are letters of it. */
    WORD,
    /** A name between quotes. */
    NAME,
    /** A string with its prefix and quotes. */
    STRING,
    NUMBER,
    /** A parenthesis, comma or operator. */
    SIGN,
    /** What ends a statement. */
    MARK;

    /** Whether the database gets nothing to do from it. */
    public boolean isSilent() {
        return switch (this) {
            case BLANK, COMMENT, CODE_MARK, COMMAND, DATA -> true;
            case WORD, NAME, STRING, NUMBER, SIGN, MARK -> false;
        };
    }
}
