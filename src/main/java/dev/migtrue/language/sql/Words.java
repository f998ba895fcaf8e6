package dev.migtrue.language.sql;

/** Where words and numbers end. */
final class Words {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final int end;
    private final boolean hasNumberSigns;
    private final boolean hasDollars;
    private String delimiter = ";";

    Words(String text, int end, Dialect dialect) {
        this.text = text;
        this.end = end;
        this.hasNumberSigns = dialect.has(Habit.NUMBER_SIGN_IN_WORDS);
        this.hasDollars = dialect.has(Habit.DOLLAR_IN_WORDS);
    }

    /** Says what ends statements from here on: {@code END$$} may be a word and a mark. */
    void endStatementsWith(String mark) {
        delimiter = mark;
    }

    /** A placeholder is a letter: <code>pre_${x}</code> is one word. */
    int endOfWord(int from) {
        int to = from;
        while (to < end) {
            char c = text.charAt(to);
            if (isLetter(c) || isDigit(c) || (c == '#' && hasNumberSigns)) {
                to++;
            } else if (c == '$' && !text.startsWith(delimiter, to)) {
                int placeholder = endOfPlaceholder(to);
                if (placeholder == to && !hasDollars) {
                    return to;
                }
                to = Math.max(placeholder, to + 1);
            } else {
                return to;
            }
        }
        return to;
    }

    /** Where <code>${name}</code> ends; {@code from} itself when none begins there. */
    int endOfPlaceholder(int from) {
        if (from + 1 >= end || text.charAt(from + 1) != '{') {
            return from;
        }
        for (int to = from + 2; to < end; to++) {
            char c = text.charAt(to);
            if (c == '}') {
                return to + 1;
            }
            if (isBlank(c) || c == '\'' || c == '"' || c == ';') {
                return from;
            }
        }
        return from;
    }

    int endOfNumber(int from) {
        int to = from + 1;
        while (to < end && isOfNumber(to)) {
            to++;
        }
        return to;
    }

    private boolean isOfNumber(int at) {
        char c = text.charAt(at);
        if (c == '.') {
            boolean isRange = at + 1 < end && text.charAt(at + 1) == '.';
            return !isRange;
        }
        boolean isExponentSign = (c == '+' || c == '-')
                && (text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E')
                && at + 1 < end
                && isDigit(text.charAt(at + 1))
                && isDigit(text.charAt(at - 2));
        return isLetter(c) || isDigit(c) || isExponentSign;
    }

    static boolean isBlank(char c) {
        return c == ' ' || (c <= '\r' && c >= '\t') || c == BYTE_ORDER_MARK;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** To every database whatever is not ASCII is a letter. */
    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= 0x80 && c != BYTE_ORDER_MARK);
    }
}
