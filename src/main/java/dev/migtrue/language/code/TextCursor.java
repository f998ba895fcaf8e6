package dev.migtrue.language.code;

import java.util.Optional;

/** A place in a Python text that moves on over what is plain. Where something is not, it says so, and its place means no more. */
final class TextCursor {

    private final String text;
    private int at;

    TextCursor(String text) {
        this.text = text;
    }

    int offset() {
        return at;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    String since(int start) {
        return text.substring(start, at);
    }

    String rest() {
        return text.substring(at);
    }

    boolean isAt(char expected) {
        return at < text.length() && text.charAt(at) == expected;
    }

    boolean isAtQuote() {
        return isAt('"') || isAt('\'');
    }

    boolean isAtDefinition() {
        return isAt('@')
                || text.startsWith("def ", at)
                || text.startsWith("class ", at)
                || text.startsWith("async def ", at);
    }

    boolean take(char expected) {
        boolean isThere = isAt(expected);
        at += isThere ? 1 : 0;
        return isThere;
    }

    /** The name or number that stands here; empty when none does. */
    String takeWord() {
        int start = at;
        while (isAtWordOr("")) {
            at++;
        }
        return since(start);
    }

    /** The names joined by dots that stand here; empty when none does, or a dot is not between two names. */
    String takeDotted() {
        int start = at;
        while (isAtWordOr(".")) {
            at++;
        }
        String dotted = since(start);
        return dotted.startsWith(".") || dotted.endsWith(".") || dotted.contains("..") ? "" : dotted;
    }

    /** How many spaces stand here. */
    int indentation() {
        int end = at;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return end - at;
    }

    /** The string that stands here, its lines separated by {@code \n}; absent when it has a prefix or an escape. */
    Optional<String> takeString() {
        int start = at;
        if (!isAtQuote() || !skipString()) {
            return Optional.empty();
        }
        int width = quotesAt(start).length();
        return Optional.of(text.substring(start + width, at - width).replace("\r\n", "\n"))
                .filter(content -> content.indexOf('\\') < 0);
    }

    void skipSpaces() {
        while (isAt(' ') || isAt('\t')) {
            at++;
        }
    }

    /** Moves to the start of the next line that holds more than a comment. */
    void skipBlankLines() {
        int lineStart = at;
        while (!isAtEnd() && endStatement()) {
            lineStart = at;
        }
        at = isAtEnd() ? at : lineStart;
    }

    /** Whether nothing more stands on this line than a comment; moves past its end. */
    boolean endStatement() {
        skipSpaces();
        skipComment();
        return isAtEnd() || take('\n') || (take('\r') && take('\n'));
    }

    /** Moves over what means nothing inside brackets: spaces, comments, ends of lines. */
    void skipInsideBrackets() {
        skipSpaces();
        while (!isAtEnd() && (isAt('#') || isAt('\n') || isAt('\r')) && endStatement()) {
            skipSpaces();
        }
    }

    /** Moves over an annotation before {@code =}, if there is one; answers whether it holds nothing but names and brackets. */
    boolean skipAnnotation() {
        skipSpaces();
        if (!take(':')) {
            return true;
        }
        int start = at;
        while (isAtWordOr(".[]|, \t")) {
            at++;
        }
        return !since(start).isBlank();
    }

    /**
     * Moves past a statement of which the first word was taken; answers whether it ends where its line does, but for lines that are held
     * together by brackets or three quotes.
     */
    boolean skipStatement() {
        int depth = 0;
        while (!isAtEnd() && !(depth == 0 && isAt('\n'))) {
            char next = text.charAt(at);
            boolean isString = next == '"' || next == '\'';
            if (next == '\\' || next == ';' || (isString && !skipString())) {
                return false;
            }
            if (next == '#') {
                skipComment();
            } else if (!isString) {
                depth += "([{".indexOf(next) >= 0 ? 1 : ")]}".indexOf(next) >= 0 ? -1 : 0;
                at++;
            }
        }
        return depth == 0;
    }

    /** Moves over the string, the comment or the character that stands here. */
    void skipToken() {
        if (isAt('#')) {
            skipComment();
        } else if (isAtQuote()) {
            skipString();
        } else {
            at++;
        }
    }

    /** Moves over the string that stands here; answers whether it ends. */
    private boolean skipString() {
        String quotes = quotesAt(at);
        at += quotes.length();
        while (!isAtEnd() && !text.startsWith(quotes, at) && !(isAt('\n') && quotes.length() == 1)) {
            at += isAt('\\') ? 2 : 1;
        }
        boolean isClosed = text.startsWith(quotes, at);
        at = Math.min(at + quotes.length(), text.length());
        return isClosed;
    }

    private String quotesAt(int start) {
        String quote = text.substring(start, start + 1);
        return text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
    }

    private void skipComment() {
        if (isAt('#')) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        }
    }

    private boolean isAtWordOr(String others) {
        if (isAtEnd()) {
            return false;
        }
        char next = text.charAt(at);
        return (next >= 'a' && next <= 'z')
                || (next >= 'A' && next <= 'Z')
                || (next >= '0' && next <= '9')
                || next == '_'
                || others.indexOf(next) >= 0;
    }
}
