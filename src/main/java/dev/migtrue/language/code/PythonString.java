package dev.migtrue.language.code;

import dev.migtrue.model.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A string literal of Python: its prefix, its quotes and what its escapes stand for. */
public final class PythonString {

    private static final String SIMPLE_ESCAPES = "\\'\"abfnrtv";
    private static final String SIMPLE_VALUES = "\\'\"\u0007\b\f\n\r\t\u000B";

    private final String content;
    private final StringBuilder value = new StringBuilder();
    private int at;

    private PythonString(String content) {
        this.content = content;
    }

    /** @param span what the constant is to point at */
    static Constant read(SyntaxNode literal, Span span) {
        List<SyntaxNode> parts = literal.allChildren();
        if (parts.size() < 2
                || !parts.getFirst().is("string_start")
                || !parts.getLast().is("string_end")) {
            return new Constant.Computed("a broken string", span);
        }
        String prefix = parts.getFirst().text().toLowerCase(Locale.ROOT);
        if (prefix.contains("f") || prefix.contains("t")) {
            return new Constant.Computed("a string with values filled in", span);
        }
        if (prefix.contains("b")) {
            return new Constant.Other("a bytes literal", span);
        }
        String content = literal.source()
                .value()
                .substring(parts.getFirst().end(), parts.getLast().start())
                .replace("\r\n", "\n");
        return (prefix.contains("r") ? Optional.of(content) : new PythonString(content).decoded())
                .<Constant>map(decoded -> new Constant.Text(decoded, span))
                .orElseGet(() -> new Constant.Computed("a string with a malformed escape", span));
    }

    /** What the text between the quotes of a literal that is not raw stands for; absent where an escape is malformed. */
    public static Optional<String> decoded(String content) {
        return new PythonString(content).decoded();
    }

    private Optional<String> decoded() {
        while (at < content.length()) {
            char next = content.charAt(at++);
            if (next != '\\') {
                value.append(next);
            } else if (!escape()) {
                return Optional.empty();
            }
        }
        return Optional.of(value.toString());
    }

    /** Reads what follows a backslash. */
    private boolean escape() {
        if (at == content.length()) {
            return false;
        }
        char kind = content.charAt(at++);
        int simple = SIMPLE_ESCAPES.indexOf(kind);
        if (simple >= 0) {
            value.append(SIMPLE_VALUES.charAt(simple));
            return true;
        }
        return switch (kind) {
            case '\n' -> true;
            case 'x' -> codePoint(2);
            case 'u' -> codePoint(4);
            case 'U' -> codePoint(8);
            case 'N' -> named();
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
            default -> {
                value.append('\\').append(kind);
                yield true;
            }
        };
    }

    private boolean codePoint(int digits) {
        if (at + digits > content.length()) {
            return false;
        }
        try {
            int point = Integer.parseUnsignedInt(content, at, at + digits, 16);
            at += digits;
            value.appendCodePoint(point);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean named() {
        int close = content.indexOf('}', at);
        if (close < 0 || content.charAt(at) != '{') {
            return false;
        }
        try {
            value.appendCodePoint(Character.codePointOf(content.substring(at + 1, close)));
            at = close + 1;
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean octal() {
        int start = at - 1;
        while (at < content.length() && at < start + 3 && content.charAt(at) >= '0' && content.charAt(at) <= '7') {
            at++;
        }
        value.append((char) Integer.parseInt(content, start, at, 8));
        return true;
    }
}
