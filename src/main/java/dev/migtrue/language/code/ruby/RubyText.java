package dev.migtrue.language.code.ruby;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Rewording;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Strings of Ruby, in all the ways they are written; those of here documents stand as written, with their indentation. */
final class RubyText {

    private static final String ESCAPED = "nrtsabefv0";
    private static final String MEANT = "\n\r\t \u0007\b\u001b\f\u000B\0";

    private final Map<Integer, CodeNode> documents;

    /** @param documents the body of each here document, by where its beginning stands */
    private RubyText(Map<Integer, CodeNode> documents) {
        this.documents = documents;
    }

    static RubyText of(CodeNode program) {
        Map<Integer, CodeNode> documents = new HashMap<>();
        collect(program, new ArrayDeque<>(), documents);
        return new RubyText(documents);
    }

    /** A body stands behind the line that begins it; those that begin in one line follow each other. */
    private static void collect(CodeNode node, Deque<CodeNode> open, Map<Integer, CodeNode> documents) {
        for (CodeNode part : node.parts()) {
            if (part.is("heredoc_beginning")) {
                open.addLast(part);
            } else if (part.is("heredoc_body") && !open.isEmpty()) {
                documents.put(open.removeFirst().start(), part);
            }
            collect(part, open, documents);
        }
    }

    /** {@code :name}, and {@code name:} before a value. */
    static CodeNode symbol(CodeNode node) {
        int from = node.start() + (node.text().startsWith(":") ? 1 : 0);
        return node.as("text", List.of(node.between("piece", from, node.end())));
    }

    CodeNode document(CodeNode beginning, Rewording words) {
        CodeNode body = documents.get(beginning.start());
        if (body == null) {
            return beginning.as("ERROR", List.of());
        }
        boolean isRaw = beginning.text().endsWith("'");
        return beginning.as("text", pieces(body, isRaw, words));
    }

    static CodeNode string(CodeNode node, Rewording words) {
        String opening = node.parts().isEmpty() ? "" : node.parts().getFirst().text();
        boolean isRaw = opening.equals("'") || opening.startsWith("%q");
        return node.as("text", pieces(node, isRaw, words));
    }

    /** What stands between the delimiters. */
    private static List<CodeNode> pieces(CodeNode node, boolean isRaw, Rewording words) {
        List<CodeNode> pieces = new ArrayList<>();
        for (CodeNode part : node.children()) {
            switch (part.kind()) {
                case "string_content" -> pieces.add(content(part, isRaw));
                case "heredoc_content" ->
                    pieces.add(
                            pieces.isEmpty()
                                    ? withoutLineEnd(part)
                                    : part.as("piece", List.of()).in(""));
                case "escape_sequence" ->
                    pieces.add(part.saying("piece", isRaw ? raw(part.text()) : meant(part.text()))
                            .in(""));
                case "interpolation" -> pieces.add(filled(part, words));
                default -> {}
            }
        }
        return pieces;
    }

    private static CodeNode content(CodeNode part, boolean isRaw) {
        String text = part.text();
        return isRaw && text.indexOf('\\') >= 0
                ? part.saying("piece", raw(text)).in("")
                : part.between("piece", part.start(), part.end());
    }

    /** What a document says begins behind the line that begins it. */
    private static CodeNode withoutLineEnd(CodeNode content) {
        int lineEnd = content.text().indexOf('\n');
        return content.between("piece", content.start() + lineEnd + 1, content.end());
    }

    private static CodeNode filled(CodeNode interpolation, Rewording words) {
        List<CodeNode> inside = interpolation.children();
        return inside.size() == 1
                ? words.put(inside.getFirst()).in("")
                : interpolation.as("opaque", List.of()).in("");
    }

    private static String raw(String text) {
        return text.replace("\\'", "'").replace("\\\\", "\\");
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
            case '\n' -> "";
            case 'u', 'x' -> points(escape.substring(2).replaceAll("[{}]", "").strip());
            default -> escape.substring(1);
        };
    }

    private static String points(String digits) {
        StringBuilder text = new StringBuilder();
        for (String point : digits.split("\\s+", -1)) {
            if (!point.matches("[0-9A-Fa-f]{1,6}") || !Character.isValidCodePoint(Integer.parseInt(point, 16))) {
                return "\uFFFD";
            }
            text.appendCodePoint(Integer.parseInt(point, 16));
        }
        return text.toString();
    }
}
