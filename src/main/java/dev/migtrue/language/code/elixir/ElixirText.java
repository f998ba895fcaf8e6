package dev.migtrue.language.code.elixir;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Rewording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strings and sigils of Elixir; those of here documents stand as written, with their indentation. */
final class ElixirText {

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final String ESCAPED = "nrtsabefv0";
    private static final String MEANT = "\n\r\t \u0007\b\u001b\f\u000B\0";

    private ElixirText() {}

    static CodeNode string(CodeNode node, Rewording words) {
        List<CodeNode> pieces = new ArrayList<>();
        for (CodeNode part : node.children()) {
            switch (part.kind()) {
                case "quoted_content" -> pieces.add(part.between("piece", part.start(), part.end()));
                case "escape_sequence" ->
                    pieces.add(part.saying("piece", meant(part.text())).in(""));
                case "interpolation" ->
                    pieces.add(
                            part.children().size() == 1
                                    ? ElixirTree.value(part.children().getFirst(), words)
                                            .in("")
                                    : part.as("opaque", List.of()).in(""));
                default -> {}
            }
        }
        return node.as("text", pieces);
    }

    static CodeNode sigil(CodeNode node, Rewording words) {
        String name =
                node.children().isEmpty() ? "" : node.children().getFirst().text();
        return switch (name) {
            case "s", "S" -> string(node, words);
            case "w", "W" ->
                node.as(
                        "list",
                        node.children().stream()
                                .filter(part -> part.is("quoted_content"))
                                .flatMap(part -> listed(part).stream())
                                .toList());
            default -> node.as("opaque", List.of());
        };
    }

    private static List<CodeNode> listed(CodeNode content) {
        List<CodeNode> all = new ArrayList<>();
        Matcher matcher = WORD.matcher(content.text());
        while (matcher.find()) {
            CodeNode piece =
                    content.between("piece", content.start() + matcher.start(), content.start() + matcher.end());
            all.add(piece.as("text", List.of(piece)));
        }
        return all;
    }

    private static String meant(String escape) {
        int known = escape.length() == 2 ? ESCAPED.indexOf(escape.charAt(1)) : -1;
        if (known >= 0) {
            return MEANT.substring(known, known + 1);
        }
        boolean isPoint = escape.length() > 2 && (escape.charAt(1) == 'u' || escape.charAt(1) == 'x');
        String digits = isPoint ? escape.substring(2).replaceAll("[{}]", "") : "";
        if (!isPoint) {
            return escape.equals("\\\n") ? "" : escape.substring(Math.min(1, escape.length()));
        }
        return digits.matches("[0-9A-Fa-f]{1,6}") && Character.isValidCodePoint(Integer.parseInt(digits, 16))
                ? Character.toString(Integer.parseInt(digits, 16))
                : "\uFFFD";
    }
}
