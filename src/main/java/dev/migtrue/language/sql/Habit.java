package dev.migtrue.language.sql;

/** One way in which the texts of some dialects differ from those of others. */
public enum Habit {
    /** {@code $tag$ … $tag$} is a string. */
    DOLLAR_QUOTES,
    /** A word may hold a dollar sign. */
    DOLLAR_IN_WORDS,
    /** A word may hold a number sign, and begin with one. */
    NUMBER_SIGN_IN_WORDS,
    /** A comment within a comment has an end of its own. */
    NESTED_COMMENTS,
    /** In {@code E'…'} a backslash takes the meaning of what follows it. */
    ESCAPE_STRINGS,
    /** {@code U&'…'} is a string and {@code U&"…"} a name. */
    UNICODE_STRINGS,
    /** In every string a backslash takes the meaning of what follows it. */
    BACKSLASH_ESCAPES,
    /** {@code q'[…]'} is a string. */
    Q_QUOTES,
    /** {@code `…`} is a name. */
    BACKTICK_NAMES,
    /** {@code […]} is a name. */
    BRACKET_NAMES,
    /** {@code "…"} is a string, not a name. */
    DOUBLE_QUOTED_STRINGS,
    /** {@code #} begins a comment. */
    HASH_COMMENTS,
    /** Two dashes begin a comment only with a blank after them. */
    SPACED_DASHES,
    /** What stands between {@code /*!} and the end of the comment is run. */
    CODE_IN_COMMENTS,
    /** What stands between {@code /*M!} and the end of the comment is run. */
    CODE_IN_M_COMMENTS,
    /** {@code @name} is a word. */
    VARIABLES,
    /** Between parentheses a statement does not end: a rule holds several. */
    STATEMENTS_IN_PARENTHESES,
    /** {@code \word} is for the client, up to the end of the line. */
    BACKSLASH_COMMANDS,
    /** {@code COPY … FROM STDIN} is followed by rows. */
    COPY_DATA,
    /** A line {@code DELIMITER x} says what ends statements from then on. */
    DELIMITER_LINES,
    /** A line {@code GO} ends a batch. */
    GO_LINES,
    /** A line of one slash ends a statement. */
    SLASH_LINES,
    /** Lines such as {@code PROMPT …} or {@code @file} between statements are for the client. */
    SQLPLUS_LINES,
    /** A line between statements that begins with a dot is for the client. */
    DOT_LINES
}
