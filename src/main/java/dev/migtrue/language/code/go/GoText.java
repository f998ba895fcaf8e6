package dev.migtrue.language.code.go;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Rewording;
import java.util.ArrayList;
import java.util.List;

/** Strings of Go. */
final class GoText {

    private static final String ESCAPED = "abfnrtv\\'\"";
    private static final String MEANT = "\u0007\b\f\n\r\t\u000B\\'\"";

    private GoText() {}

    static CodeNode raw(CodeNode node, Rewording words) {
        boolean isWhole = node.text().length() > 1 && node.text().endsWith("`");
        return isWhole
                ? node.as("text", List.of(node.between("piece", node.start() + 1, node.end() - 1)))
                : node.as("ERROR", List.of());
    }

    static CodeNode interpreted(CodeNode node, Rewording words) {
        List<CodeNode> pieces = new ArrayList<>();
        for (CodeNode part : node.children()) {
            pieces.add(
                    part.is("escape_sequence")
                            ? part.saying("piece", meant(part.text())).in("")
                            : part.between("piece", part.start(), part.end()));
        }
        return node.as("text", pieces);
    }

    private static String meant(String escape) {
        int known = escape.length() == 2 ? ESCAPED.indexOf(escape.charAt(1)) : -1;
        if (known >= 0) {
            return MEANT.substring(known, known + 1);
        }
        String digits = escape.replaceFirst("^\\\\[uUx]?", "");
        boolean isOctal = escape.length() > 1 && Character.isDigit(escape.charAt(1));
        if (!digits.matches("[0-9A-Fa-f]{1,8}") || (isOctal && !digits.matches("[0-7]{1,3}"))) {
            return "\uFFFD";
        }
        long point = Long.parseLong(digits, isOctal ? 8 : 16);
        return point <= Character.MAX_CODE_POINT ? Character.toString((int) point) : "\uFFFD";
    }
}
