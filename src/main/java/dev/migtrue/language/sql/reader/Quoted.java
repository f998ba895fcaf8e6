package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Habit;

/** What names and strings say that stand between quotes. */
final class Quoted {

    private static final int HEXADECIMAL = 16;

    private Quoted() {}

    /** The text that a quoted name or a string stands for. */
    static String content(String token, Dialect dialect) {
        int quote = 0;
        while (quote < token.length() && "'\"`[$".indexOf(token.charAt(quote)) < 0) {
            quote++;
        }
        if (quote == token.length()) {
            return token;
        }
        char open = token.charAt(quote);
        if (open == '$') {
            return dollar(token);
        }
        String prefix = token.substring(0, quote);
        if (prefix.endsWith("q") || prefix.endsWith("Q")) {
            return between(token, quote + 2, 2);
        }
        char close = open == '[' ? ']' : open;
        String inner =
                between(token, quote + 1, token.length() > quote + 1 && token.indexOf(close, quote + 1) > 0 ? 1 : 0);
        String single = String.valueOf(close);
        String plain = inner.indexOf(close) < 0 ? inner : inner.replace(single + single, single);
        if (prefix.endsWith("&")) {
            return unicode(plain);
        }
        boolean isEscaped = plain.indexOf('\\') >= 0
                && (prefix.equalsIgnoreCase("e") || (open != '`' && dialect.has(Habit.BACKSLASH_ESCAPES)));
        return isEscaped ? unescaped(plain) : plain;
    }

    private static String between(String token, int from, int closing) {
        int to = token.length() - closing;
        return to > from ? token.substring(from, to) : "";
    }

    private static String dollar(String token) {
        int tag = token.indexOf('$', 1) + 1;
        boolean isClosed = token.length() >= 2 * tag && token.endsWith(token.substring(0, tag));
        return token.substring(tag, isClosed ? token.length() - tag : token.length());
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '\\' || at + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            char escaped = text.charAt(++at);
            plain.append(
                    switch (escaped) {
                        case 'n' -> '\n';
                        case 't' -> '\t';
                        case 'r' -> '\r';
                        case 'b' -> '\b';
                        case '0' -> '\0';
                        default -> escaped;
                    });
        }
        return plain.toString();
    }

    /** {@code d\0061t\+000061} is "data". */
    private static String unicode(String text) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int digits = text.startsWith("\\+", at) ? 6 : 4;
            int from = text.startsWith("\\+", at) ? at + 2 : at + 1;
            if (text.charAt(at) == '\\' && isHexadecimal(text, from, from + digits)) {
                int point = Integer.parseInt(text.substring(from, from + digits), HEXADECIMAL);
                plain.appendCodePoint(Character.isValidCodePoint(point) ? point : '?');
                at = from + digits;
            } else {
                at += text.startsWith("\\\\", at) ? 1 : 0;
                plain.append(text.charAt(at++));
            }
        }
        return plain.toString();
    }

    private static boolean isHexadecimal(String text, int from, int to) {
        return to <= text.length()
                && text.substring(from, to).chars().allMatch(c -> c < 128 && Character.digit(c, HEXADECIMAL) >= 0);
    }
}
