package dev.migtrue.language.effect;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A token of SQL that counts.
 *
 * @param text of a word in lower case, of a string what stands between its quotes, of a number without idle noughts
 */
record Token(Kind kind, String text) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40}");
    /** What a tool puts something else in for before it runs a script. */
    private static final Pattern PLACEHOLDER = Pattern.compile("[$#]\\{|\\{\\{|%\\(");

    private static final Pattern BITS = Pattern.compile("(?i)b'([01]+)'");

    enum Kind {
        WORD,
        STRING,
        NUMBER,
        SIGN
    }

    boolean is(String word) {
        return kind != Kind.STRING && text.equals(word);
    }

    /** A number, or a word that only looks like one. */
    static Token number(String text) {
        return NUMBER.matcher(text).matches()
                ? new Token(
                        Kind.NUMBER, new BigDecimal(text).stripTrailingZeros().toPlainString())
                : new Token(Kind.WORD, text.toLowerCase(Locale.ROOT));
    }

    /** A string between quotes; where it has a prefix or signs that mean others, it is a word that equals itself only. */
    static Token string(String text) {
        if (BITS.matcher(text).matches()) {
            return new Token(Kind.NUMBER, text.toLowerCase(Locale.ROOT));
        }
        boolean isPutIn = PLACEHOLDER.matcher(text).find();
        boolean isPlain =
                !isPutIn && text.length() > 1 && text.startsWith("'") && text.endsWith("'") && text.indexOf('\\') < 0;
        return isPlain
                ? new Token(Kind.STRING, text.substring(1, text.length() - 1).replace("''", "'"))
                : new Token(Kind.WORD, text);
    }
}
