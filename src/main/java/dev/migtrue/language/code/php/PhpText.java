package dev.migtrue.language.code.php;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Rewording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Strings of PHP; those of here documents stand as written, with their indentation. */
final class PhpText {

    private static final Set<String> WRITTEN = Set.of("string_content", "nowdoc_string");
    private static final String ESCAPED = "nrtvef";
    private static final String MEANT = "\n\r\t\u000B\u001b\f";

    private PhpText() {}

    static CodeNode string(CodeNode node, Rewording words) {
        boolean isRaw = node.is("string");
        List<CodeNode> pieces = new ArrayList<>();
        for (CodeNode part : node.children()) {
            pieces.add(piece(part, isRaw, words).in(""));
        }
        return node.as("text", pieces);
    }

    /** The grammar leaves line ends out between what is filled in: all that is not filled in is written. */
    static CodeNode document(CodeNode node, Rewording words) {
        return node.field("value").map(body -> written(node, body, words)).orElseGet(() -> node.as("text", List.of()));
    }

    private static CodeNode written(CodeNode node, CodeNode body, Rewording words) {
        List<CodeNode> pieces = new ArrayList<>();
        int at = body.start();
        for (CodeNode part : body.children()) {
            if (!WRITTEN.contains(part.kind())) {
                pieces.add(body.between("piece", at, part.start()));
                pieces.add(piece(part, false, words).in(""));
                at = part.end();
            }
        }
        pieces.add(body.between("piece", at, body.end()));
        return node.as("text", pieces);
    }

    private static CodeNode piece(CodeNode part, boolean isRaw, Rewording words) {
        return switch (part.kind()) {
            case "string_content", "nowdoc_string" ->
                isRaw && part.text().indexOf('\\') >= 0
                        ? part.saying("piece", raw(part.text()))
                        : part.between("piece", part.start(), part.end());
            case "escape_sequence" -> part.saying("piece", isRaw ? raw(part.text()) : meant(part.text()));
            default -> words.put(part);
        };
    }

    private static String raw(String text) {
        return text.replace("\\'", "'").replace("\\\\", "\\");
    }

    private static String meant(String escape) {
        if (escape.length() < 2) {
            return escape;
        }
        int known = ESCAPED.indexOf(escape.charAt(1));
        if (escape.length() == 2 && known >= 0) {
            return MEANT.substring(known, known + 1);
        }
        return switch (escape.charAt(1)) {
            case '\\', '$', '"' -> escape.substring(1);
            default -> escape;
        };
    }
}
