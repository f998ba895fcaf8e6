package dev.migtrue.language.sql;

import static dev.migtrue.language.sql.Habit.*;

/** Where what is quoted ends. What nothing ends reaches to the end of the text. */
final class Quotes {

    private static final String BRACKETS = "[](){}<>";

    private final String text;
    private final int end;
    private final Dialect dialect;

    Quotes(String text, int end, Dialect dialect) {
        this.text = text;
        this.end = end;
        this.dialect = dialect;
    }

    /** Whether the word from {@code start} to a quote belongs to the string: {@code E}, {@code N}, {@code nq} … */
    boolean isPrefix(int start, int quote) {
        char first = lower(start);
        if (quote - start == 2) {
            return first == 'n' && lower(start + 1) == 'q' && dialect.has(Q_QUOTES);
        }
        return switch (first) {
            case 'b', 'x', 'n' -> true;
            case 'e' -> dialect.has(ESCAPE_STRINGS);
            case 'q' -> dialect.has(Q_QUOTES);
            default -> false;
        };
    }

    /** Whether {@code U&'} or {@code U&"} stands at {@code start}. */
    boolean isUnicode(int start) {
        return lower(start) == 'u'
                && start + 2 < end
                && (text.charAt(start + 2) == '\'' || text.charAt(start + 2) == '"')
                && dialect.has(UNICODE_STRINGS);
    }

    private char lower(int at) {
        return (char) (text.charAt(at) | 0x20);
    }

    /** Where the string ends whose prefix begins at {@code start} and whose quote stands at {@code quote}. */
    int endOfString(int start, int quote) {
        char mark = text.charAt(quote);
        if (quote > start && lower(quote - 1) == 'q') {
            return endOfChosenQuote(quote + 1);
        }
        boolean isEscaped =
                dialect.has(BACKSLASH_ESCAPES) || (quote > start && lower(start) == 'e' && dialect.has(ESCAPE_STRINGS));
        return isEscaped ? endOfEscaped(quote + 1, mark) : endOfDoubled(quote + 1, mark);
    }

    /** The end of a quoted text in which the mark itself is written twice. */
    int endOfDoubled(int from, char mark) {
        int at = from;
        while (true) {
            int found = text.indexOf(mark, at, end);
            if (found < 0) {
                return end;
            }
            if (found + 1 >= end || text.charAt(found + 1) != mark) {
                return found + 1;
            }
            at = found + 2;
        }
    }

    private int endOfEscaped(int from, char mark) {
        int at = from;
        while (at < end) {
            char c = text.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (c != mark) {
                at++;
            } else if (at + 1 < end && text.charAt(at + 1) == mark) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return end;
    }

    /** {@code q'[it's]'}: the sign after the quote, or its counterpart, stands before the last one. */
    private int endOfChosenQuote(int from) {
        if (from >= end) {
            return end;
        }
        char open = text.charAt(from);
        if (open <= ' ') {
            // No blank may be chosen.
            return endOfDoubled(from, '\'');
        }
        int bracket = BRACKETS.indexOf(open);
        char close = bracket >= 0 && bracket % 2 == 0 ? BRACKETS.charAt(bracket + 1) : open;
        return endOf(close + "'", from + 1);
    }

    /** Where the tag of a dollar quote ends; {@code from} itself when none begins there. */
    int endOfDollarTag(int from) {
        int at = from + 1;
        while (at < end) {
            char c = text.charAt(at);
            if (c == '$') {
                return at + 1;
            }
            boolean isDigit = c >= '0' && c <= '9';
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
            if (!isLetter && (!isDigit || at == from + 1)) {
                return from;
            }
            at++;
        }
        return from;
    }

    int endOfDollarQuote(int start, int body) {
        return endOf(text.substring(start, body), body);
    }

    /** Where a comment ends that was opened before {@code from}. */
    int endOfComment(int from) {
        if (!dialect.has(NESTED_COMMENTS)) {
            return endOf("*/", from);
        }
        int depth = 1;
        int at = from;
        while (at + 1 < end) {
            if (text.charAt(at) == '*' && text.charAt(at + 1) == '/') {
                at += 2;
                if (--depth == 0) {
                    return at;
                }
            } else if (text.charAt(at) == '/' && text.charAt(at + 1) == '*') {
                at += 2;
                depth++;
            } else {
                at++;
            }
        }
        return end;
    }

    private int endOf(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 || found + mark.length() > end ? end : found + mark.length();
    }
}
