package dev.migtrue.language.code.csharp;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Rewording;
import java.util.ArrayList;
import java.util.List;

/** Strings of C#, in all the ways they are written; those of raw strings stand as written, with their indentation. */
final class CSharpText {

    private static final String ESCAPED = "0abefnrtv\\'\"";
    private static final String MEANT = "\0\u0007\b\u001b\f\n\r\t\u000B\\'\"";

    private CSharpText() {}

    static CodeNode plain(CodeNode node, Rewording words) {
        List<CodeNode> pieces = new ArrayList<>();
        for (CodeNode part : node.children()) {
            if (part.is("string_literal_content")) {
                pieces.add(part.between("piece", part.start(), part.end()));
            } else if (part.is("escape_sequence")) {
                pieces.add(part.saying("piece", meant(part.text())).in(""));
            }
        }
        return node.as("text", pieces);
    }

    static CodeNode verbatim(CodeNode node, Rewording words) {
        boolean isWhole = node.text().length() > 2 && node.text().endsWith("\"");
        return isWhole
                ? node.as("text", List.of(single(node.between("piece", node.start() + 2, node.end() - 1))))
                : node.as("ERROR", List.of());
    }

    /** A quote that is written twice is one. */
    private static CodeNode single(CodeNode piece) {
        String text = piece.text();
        return text.contains("\"\"") ? piece.saying("piece", text.replace("\"\"", "\"")) : piece;
    }

    static CodeNode raw(CodeNode node, Rewording words) {
        return node.as(
                "text",
                node.children().stream()
                        .filter(part -> part.is("raw_string_content"))
                        .map(part -> part.between("piece", part.start(), part.end()))
                        .toList());
    }

    static CodeNode filled(CodeNode node, Rewording words) {
        String opening = node.text().substring(0, Math.min(8, node.text().length()));
        boolean isRaw = opening.contains("\"\"\"");
        boolean isVerbatim = opening.startsWith("$@") || opening.startsWith("@$");
        List<CodeNode> pieces = new ArrayList<>();
        for (CodeNode part : node.children()) {
            switch (part.kind()) {
                case "string_content" -> pieces.add(content(part, isRaw, isVerbatim));
                case "escape_sequence" ->
                    pieces.add(part.saying(
                                    "piece",
                                    part.text().startsWith("\\")
                                            ? meant(part.text())
                                            : part.text().substring(0, 1))
                            .in(""));
                case "interpolation" -> pieces.add(value(part, words));
                default -> {}
            }
        }
        return node.as("text", pieces);
    }

    private static CodeNode content(CodeNode part, boolean isRaw, boolean isVerbatim) {
        CodeNode piece = part.between("piece", part.start(), part.end());
        String text = part.text();
        if (isRaw) {
            return piece;
        }
        String bare = text.replace("{{", "{").replace("}}", "}");
        CodeNode said = bare.equals(text) ? piece : piece.saying("piece", bare);
        return isVerbatim ? single(said) : said;
    }

    /** What is filled in; a way to write it is not followed. */
    private static CodeNode value(CodeNode interpolation, Rewording words) {
        List<CodeNode> inside = interpolation.children().stream()
                .filter(part -> !part.is("interpolation_brace"))
                .toList();
        return inside.size() == 1
                ? words.put(inside.getFirst()).in("")
                : interpolation.as("opaque", List.of()).in("");
    }

    private static String meant(String escape) {
        int known = escape.length() == 2 ? ESCAPED.indexOf(escape.charAt(1)) : -1;
        if (known >= 0) {
            return MEANT.substring(known, known + 1);
        }
        String digits = escape.replaceFirst("^\\\\[uUx]", "");
        return digits.matches("[0-9A-Fa-f]{1,8}") && Long.parseLong(digits, 16) <= Character.MAX_CODE_POINT
                ? Character.toString((int) Long.parseLong(digits, 16))
                : "\uFFFD";
    }
}
