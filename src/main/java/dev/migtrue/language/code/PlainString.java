package dev.migtrue.language.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A string literal of a plain Python text, and what the grammar of the native parser makes of it. */
final class PlainString {

    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:u[a-fA-F\\d]{4}|U[a-fA-F\\d]{8}|x[a-fA-F\\d]{2}|\\d{1,3}|\\n|['\"abfrntv\\\\]|N\\{[^}]+\\})");

    private final String text;
    private final int opening;
    private final int start;
    private final int end;

    private PlainString(String text, int opening, int start, int end) {
        this.text = text;
        this.opening = opening;
        this.start = start;
        this.end = end;
    }

    /** Behind the quotes that close the literal of which the opening ones stand at {@code quotes}, and the letters before them at {@code start}. */
    static int end(String text, int start, int quotes) {
        String prefix = text.substring(start, quotes).toLowerCase(Locale.ROOT);
        if (!prefix.isEmpty() && !prefix.equals("r") && !prefix.equals("f") && !prefix.equals("u")) {
            throw new Doubt();
        }
        int width = width(text, quotes);
        char quote = text.charAt(quotes);
        int at = quotes + width;
        // The native parser takes a raw string of nothing but escapes for an empty one.
        if (prefix.equals("r") && text.startsWith("\\", at)) {
            throw new Doubt();
        }
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == quote && (width == 1 || (at + 2 < text.length() && width(text, at) == 3))) {
                return at + width;
            }
            if (next == '\n' && width == 1) {
                break;
            }
            at += next == '\\' ? 2 : 1;
        }
        throw new Doubt();
    }

    private static int width(String text, int quotes) {
        char quote = text.charAt(quotes);
        return text.startsWith(String.valueOf(new char[] {quote, quote, quote}), quotes) ? 3 : 1;
    }

    /** The node of the literal that stands there. */
    static CodeNode node(String text, SourceText source, int start, int end) {
        int quotes = start;
        while (PlainTokens.isLetter(text.charAt(quotes))) {
            quotes++;
        }
        int width = width(text, quotes);
        PlainString literal = new PlainString(text, start, quotes + width, end - width);
        List<CodeNode> parts = new ArrayList<>();
        parts.add(new CodeNode("string_start", "", true, start, literal.start, List.of(), source));
        literal.content(parts, source);
        parts.add(new CodeNode("string_end", "", true, literal.end, end, List.of(), source));
        return new CodeNode("string", "", true, start, end, parts, source);
    }

    private void content(List<CodeNode> parts, SourceText source) {
        boolean isFilled = Character.toLowerCase(text.charAt(opening)) == 'f';
        int from = start;
        for (int open = isFilled ? brace(start) : end; open < end; open = brace(from)) {
            stretch(from, open, parts, source);
            int close = text.indexOf('}', open);
            if (close < 0 || close > end || text.charAt(open) == '}' || close == open + 1) {
                throw new Doubt();
            }
            parts.add(interpolation(open, close, source));
            from = close + 1;
        }
        stretch(from, end, parts, source);
    }

    /** Where something is filled in or a single brace stands, or the end of the text. */
    private int brace(int from) {
        int at = from;
        while (at < end && (isDouble(at) || "{}".indexOf(text.charAt(at)) < 0)) {
            at += isDouble(at) ? 2 : 1;
        }
        return at;
    }

    private boolean isDouble(int at) {
        return text.startsWith("{{", at) || text.startsWith("}}", at);
    }

    /** What is filled in. */
    private CodeNode interpolation(int open, int close, SourceText source) {
        int called = text.indexOf('!', open);
        boolean isCalled = called == close - 2 && PlainTokens.isLetter(text.charAt(close - 1));
        int behind = isCalled ? called : close;
        for (int i = open + 1; i < behind; i++) {
            if ("{:!=\\\n#".indexOf(text.charAt(i)) >= 0) {
                throw new Doubt();
            }
        }
        List<CodeNode> parts = new ArrayList<>();
        parts.add(new CodeNode("{", "", false, open, open + 1, List.of(), source));
        parts.add(new PlainExpressions(new PlainParts(text, source, PlainTokens.within(text, open + 1, behind)))
                .alone("expression"));
        if (isCalled) {
            parts.add(new CodeNode("type_conversion", "type_conversion", true, called, close, List.of(), source));
        }
        parts.add(new CodeNode("}", "", false, close, close + 1, List.of(), source));
        return new CodeNode("interpolation", "", true, open, close + 1, parts, source);
    }

    private void stretch(int from, int to, List<CodeNode> parts, SourceText source) {
        if (from == to) {
            return;
        }
        List<CodeNode> escapes = new ArrayList<>();
        char prefix = Character.toLowerCase(text.charAt(opening));
        Matcher escape = ESCAPE.matcher(text);
        for (int at = from; at < to && prefix != 'r'; at++) {
            boolean isEscaped = text.charAt(at) == '\\';
            if (prefix == 'f' && !isEscaped && isDouble(at)) {
                escapes.add(new CodeNode("escape_interpolation", "", true, at, at + 2, List.of(), source));
                at++;
            } else if (isEscaped && escape.region(at, to).lookingAt()) {
                escapes.add(new CodeNode("escape_sequence", "", true, at, escape.end(), List.of(), source));
                at = escape.end() - 1;
            } else if (isEscaped) {
                escapes.add(new CodeNode("\\", "", false, at, at + 1, List.of(), source));
            }
        }
        parts.add(new CodeNode("string_content", "", true, from, to, escapes, source));
    }
}
