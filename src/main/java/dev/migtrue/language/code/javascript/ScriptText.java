package dev.migtrue.language.code.javascript;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Rewording;
import java.util.ArrayList;
import java.util.List;

/** Strings and templates. */
final class ScriptText {

    private static final String ESCAPED = "nrtbfv0";
    private static final String MEANT = "\n\r\t\b\f\u000B\0";

    private ScriptText() {}

    /** A name that stands for what it says. */
    static CodeNode word(CodeNode name) {
        return name.as("text", List.of(name.between("piece", name.start(), name.end())));
    }

    static CodeNode string(CodeNode node, Rewording words) {
        return node.as("text", pieces(node, false, words));
    }

    /** A template whose escapes stand for themselves. */
    static CodeNode raw(CodeNode template, Rewording words) {
        return template.as("text", pieces(template, true, words));
    }

    private static List<CodeNode> pieces(CodeNode node, boolean isRaw, Rewording words) {
        List<CodeNode> pieces = new ArrayList<>();
        for (CodeNode part : node.children()) {
            switch (part.kind()) {
                case "string_fragment" -> pieces.add(part.between("piece", part.start(), part.end()));
                case "escape_sequence" ->
                    pieces.add(
                            isRaw
                                    ? part.between("piece", part.start(), part.end())
                                    : part.saying("piece", meant(part.text())).in(""));
                case "template_substitution" ->
                    pieces.add(part.children().stream()
                            .findFirst()
                            .map(words::put)
                            .orElseGet(() -> part.as("ERROR", List.of()))
                            .in(""));
                default -> pieces.add(words.put(part).in(""));
            }
        }
        return pieces;
    }

    private static String meant(String escape) {
        if (escape.length() < 2) {
            return escape;
        }
        char kind = escape.charAt(1);
        int known = ESCAPED.indexOf(kind);
        if (escape.length() == 2 && known >= 0) {
            return MEANT.substring(known, known + 1);
        }
        return switch (kind) {
            case '\n', '\r' -> "";
            case 'u', 'x' -> point(escape.substring(2).replaceAll("[{}]", ""));
            default -> escape.substring(1);
        };
    }

    private static String point(String digits) {
        if (!digits.matches("[0-9A-Fa-f]{1,6}") || !Character.isValidCodePoint(Integer.parseInt(digits, 16))) {
            return "\uFFFD";
        }
        return Character.toString(Integer.parseInt(digits, 16));
    }
}
