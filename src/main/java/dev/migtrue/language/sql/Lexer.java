package dev.migtrue.language.sql;

import static dev.migtrue.language.sql.Habit.*;

/**
 * Reads one token after the other, all over whatever text. What begins and never ends goes on to the end of the text.
 */
final class Lexer {

    private static final String OPERATOR = "+-*/<>=~!@#%^&|`?:";

    private final String text;
    private final int end;
    private final Dialect dialect;
    private final Quotes quotes;
    private final Words words;
    private final boolean hasDollarQuotes;
    private final boolean hasNumberSigns;
    private int at;
    private boolean isInCode;
    private String delimiter = ";";

    Lexer(String text, Place window, Dialect dialect) {
        this.text = text;
        this.at = window.start();
        this.end = window.end();
        this.dialect = dialect;
        this.quotes = new Quotes(text, end, dialect);
        this.words = new Words(text, end, dialect);
        this.hasDollarQuotes = dialect.has(DOLLAR_QUOTES);
        this.hasNumberSigns = dialect.has(NUMBER_SIGN_IN_WORDS);
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at >= end;
    }

    /** Says what ends statements from here on, and so belongs to no word and no operator. */
    void endStatementsWith(String mark) {
        delimiter = mark;
        words.endStatementsWith(mark);
    }

    boolean isAtDelimiter() {
        return isAt(delimiter);
    }

    /** Goes on to {@code to} without reading what lies between. */
    void skip(int to) {
        at = to;
    }

    /** Reads the token that begins here; there is one unless the end is reached. */
    TokenKind next() {
        char c = text.charAt(at);
        if (Words.isBlank(c)) {
            return blank();
        }
        if (Words.isLetter(c)) {
            return word();
        }
        if (c >= '0' && c <= '9') {
            return number();
        }
        return switch (c) {
            case '\'' -> string(at);
            case '"' -> dialect.has(DOUBLE_QUOTED_STRINGS) ? string(at) : name();
            case '`' -> dialect.has(BACKTICK_NAMES) ? name() : operator();
            case '[' -> dialect.has(BRACKET_NAMES) ? name() : single();
            case '-' -> isAt("--") && isCommentAfterDashes() ? lineComment() : operator();
            case '#' -> numberSign();
            case '/' -> isAt("/*") ? blockComment() : operator();
            case '*' -> isInCode && isAt("*/") ? codeEnd() : operator();
            case '$' -> dollar();
            case '@' -> variable();
            case '.' -> at + 1 < end && Words.isDigit(text.charAt(at + 1)) && !isAfterWord() ? number() : single();
            case ':' -> colon();
            default -> OPERATOR.indexOf(c) >= 0 ? operator() : single();
        };
    }

    private boolean isAt(String expected) {
        return at + expected.length() <= end && text.startsWith(expected, at);
    }

    private TokenKind till(int to, TokenKind kind) {
        at = to;
        return kind;
    }

    private TokenKind blank() {
        at++;
        while (at < end && Words.isBlank(text.charAt(at))) {
            at++;
        }
        return TokenKind.BLANK;
    }

    private TokenKind word() {
        int start = at;
        at = words.endOfWord(at + 1);
        if (at < end && at - start <= 2) {
            char next = text.charAt(at);
            if (next == '\'' && quotes.isPrefix(start, at)) {
                return string(start);
            }
            if (next == '&' && at - start == 1 && quotes.isUnicode(start)) {
                at++;
                return text.charAt(at) == '\'' ? string(start) : name();
            }
        }
        return TokenKind.WORD;
    }

    private TokenKind number() {
        return till(words.endOfNumber(at), TokenKind.NUMBER);
    }

    /** From the prefix at {@code start}; the quote stands here. */
    private TokenKind string(int start) {
        return till(quotes.endOfString(start, at), TokenKind.STRING);
    }

    private TokenKind name() {
        char open = text.charAt(at);
        return till(quotes.endOfDoubled(at + 1, open == '[' ? ']' : open), TokenKind.NAME);
    }

    private boolean isCommentAfterDashes() {
        return !dialect.has(SPACED_DASHES) || at + 2 == text.length() || text.charAt(at + 2) <= ' ';
    }

    private TokenKind lineComment() {
        while (at < end && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return TokenKind.COMMENT;
    }

    private TokenKind blockComment() {
        int code = endOfCodeOpening();
        if (code > at) {
            isInCode = true;
            return till(code, TokenKind.CODE_MARK);
        }
        return till(quotes.endOfComment(at + 2), TokenKind.COMMENT);
    }

    /** Where {@code /*!40101} ends; here, when nothing that is run begins. */
    private int endOfCodeOpening() {
        boolean isForAll = isAt("/*!") && dialect.has(CODE_IN_COMMENTS);
        boolean isForMariaDb = isAt("/*M!") && dialect.has(CODE_IN_M_COMMENTS);
        if (!isForAll && !isForMariaDb) {
            return at;
        }
        int first = at + (isForAll ? 3 : 4);
        int to = first;
        while (to < end && to < first + 6 && Words.isDigit(text.charAt(to))) {
            to++;
        }
        return isForAnotherServer(text.substring(first, to)) ? at : to;
    }

    /** MariaDB leaves out what is for MySQL 5.7 and later; six digits are MariaDB's. */
    private boolean isForAnotherServer(String version) {
        return dialect.has(CODE_IN_M_COMMENTS)
                ? version.length() == 5 && version.compareTo("50700") >= 0
                : version.length() == 6;
    }

    private TokenKind codeEnd() {
        isInCode = false;
        return till(at + 2, TokenKind.CODE_MARK);
    }

    private TokenKind numberSign() {
        if (dialect.has(HASH_COMMENTS)) {
            return lineComment();
        }
        return hasNumberSigns ? till(words.endOfWord(at + 1), TokenKind.WORD) : operator();
    }

    private TokenKind dollar() {
        int placeholder = words.endOfPlaceholder(at);
        if (placeholder > at) {
            return till(words.endOfWord(placeholder), TokenKind.WORD);
        }
        int body = hasDollarQuotes ? quotes.endOfDollarTag(at) : at;
        if (body > at) {
            return till(quotes.endOfDollarQuote(at, body), TokenKind.STRING);
        }
        return till(words.endOfWord(at + 1), TokenKind.WORD);
    }

    private TokenKind variable() {
        int name = isAt("@@") ? at + 2 : at + 1;
        boolean isName = name < end && (Words.isLetter(text.charAt(name)) || text.charAt(name) == '$');
        return isName && dialect.has(VARIABLES) ? till(words.endOfWord(name), TokenKind.WORD) : operator();
    }

    /** {@code :name} is a word, {@code ::} and {@code :=} are operators. */
    private TokenKind colon() {
        boolean isName = at + 1 < end && Words.isLetter(text.charAt(at + 1)) && !isAfterWord();
        return isName ? till(words.endOfWord(at + 1), TokenKind.WORD) : operator();
    }

    private boolean isAfterWord() {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return Words.isLetter(before) || Words.isDigit(before) || ")\"`]'".indexOf(before) >= 0;
    }

    private TokenKind single() {
        at++;
        return TokenKind.SIGN;
    }

    private TokenKind operator() {
        at++;
        while (at < end && OPERATOR.indexOf(text.charAt(at)) >= 0 && !isBreak()) {
            at++;
        }
        return TokenKind.SIGN;
    }

    /** What no operator reaches across: comments, quotes, and stars and colons, which more often stand alone. */
    private boolean isBreak() {
        if (isAtDelimiter()) {
            return true;
        }
        return switch (text.charAt(at)) {
            case '-' -> isAt("--");
            case '/' -> isAt("/*");
            case '*' -> isInCode && isAt("*/");
            case '`' -> dialect.has(BACKTICK_NAMES);
            case '#' -> dialect.has(HASH_COMMENTS) || hasNumberSigns;
            case '@' -> dialect.has(VARIABLES);
            case ':' -> text.charAt(at - 1) != ':';
            default -> false;
        };
    }
}
