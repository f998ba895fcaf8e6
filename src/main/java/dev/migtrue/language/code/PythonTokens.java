package dev.migtrue.language.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What of a Python text counts when it runs, in its order: neither comments nor white space nor imports at the top level, which do nothing by themselves, nor
 * what formatters choose between, as quotes and commas before a closing bracket. Where a line is indented otherwise, which may mean something, nothing else shows.
 */
public final class PythonTokens {

    private static final Pattern PREFIX = Pattern.compile("[rRbBuUfF]{0,2}");
    private static final String CLOSING = ")]}";

    private static final Pattern IMPORT = Pattern.compile(
            "^(?:from[ \\t]+\\S+[ \\t]+import[ \\t]*(?:\\([^)]*\\)|[^\\n(]*)|import[ \\t][^\\n]*)", Pattern.MULTILINE);

    private final String source;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private PythonTokens(String source) {
        this.source = source;
    }

    /** Never throws; of what is not Python, too, everything is there but these. */
    public static List<String> of(String source) {
        PythonTokens read = new PythonTokens(IMPORT.matcher(source).replaceAll(""));
        while (read.at < read.source.length()) {
            read.next();
        }
        return read.tokens;
    }

    private void next() {
        char here = source.charAt(at);
        int end = endOfWord();
        if (here == '#') {
            int lineEnd = source.indexOf('\n', at);
            at = lineEnd < 0 ? source.length() : lineEnd;
        } else if (Character.isWhitespace(here) || (here == '\\' && isLineEnd(at + 1))) {
            at++;
        } else if (end < source.length() && isQuote(source.charAt(end)) && isPrefix(end)) {
            string(end);
        } else {
            add(source.substring(at, Math.max(end, at + 1)));
        }
    }

    private void add(String token) {
        if (CLOSING.contains(token) && !tokens.isEmpty() && tokens.getLast().equals(",")) {
            tokens.removeLast();
        }
        tokens.add(token);
        at += token.length();
    }

    private int endOfWord() {
        int end = at;
        while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean isLineEnd(int index) {
        return index < source.length() && (source.charAt(index) == '\n' || source.charAt(index) == '\r');
    }

    private boolean isPrefix(int end) {
        return PREFIX.matcher(source.substring(at, Math.min(end, at + 3))).matches();
    }

    private static boolean isQuote(char character) {
        return character == '"' || character == '\'';
    }

    /** The string whose quotes begin at {@code opening}; a quote that nothing closes stands for itself. */
    private void string(int opening) {
        String one = source.substring(opening, opening + 1);
        String quotes = source.startsWith(one.repeat(3), opening) ? one.repeat(3) : one;
        int begin = opening + quotes.length();
        int end = begin;
        while (end < source.length() && !source.startsWith(quotes, end)) {
            if (source.charAt(end) == '\n' && quotes.length() == 1) {
                end = source.length();
            } else {
                end += source.charAt(end) == '\\' ? 2 : 1;
            }
        }
        if (end >= source.length()) {
            add(source.substring(at, begin));
            return;
        }
        String prefix = source.substring(at, opening);
        String text = source.substring(begin, end);
        String asWritten = prefix + quotes + text + quotes;
        tokens.add(isPlain(text) ? prefix.toLowerCase(Locale.ROOT).replace("u", "") + '"' + text + '"' : asWritten);
        at += asWritten.length();
    }

    /** Whether a text is the same in whatever quotes. */
    private static boolean isPlain(String text) {
        return text.indexOf('"') < 0 && text.indexOf('\'') < 0 && text.indexOf('\\') < 0;
    }
}
