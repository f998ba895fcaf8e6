package dev.migtrue.language.code;

import static dev.migtrue.language.code.PlainParts.playing;

import dev.migtrue.language.code.PlainToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads statements of plain Python that have no body. */
final class PlainStatements {

    private static final Set<String> CHANGES = Set.of("+=", "-=", "*=", "/=", "%=", "|=", "&=");

    /** Words that start statements of their own where something else than brackets follows. */
    private static final Set<String> HALF_KEYWORDS = Set.of("print", "exec", "type", "match");

    private final PlainParts parts;
    private final PlainExpressions expressions;

    PlainStatements(PlainParts parts, PlainExpressions expressions) {
        this.parts = parts;
        this.expressions = expressions;
    }

    CodeNode statement() {
        List<CodeNode> all = new ArrayList<>();
        return switch (parts.next().kind() == Kind.KEYWORD ? parts.next().text() : "") {
            case "import" -> {
                parts.take("import", all);
                names(all);
                yield parts.node("import_statement", "", all);
            }
            case "from" -> imports(all);
            case "pass", "break", "continue" -> single(all);
            case "return" -> {
                parts.take("return", all);
                if (!parts.isAt(Kind.NEWLINE)) {
                    parts.add(all, () -> several(""));
                }
                yield parts.node("return_statement", "", all);
            }
            case "raise" -> raise(all);
            case "assert" -> {
                parts.take("assert", all);
                list(all);
                yield parts.node("assert_statement", "", all);
            }
            case "del" -> {
                parts.take("del", all);
                parts.add(all, () -> several(""));
                yield parts.node("delete_statement", "", all);
            }
            case "global" -> {
                parts.take("global", all);
                parts.add(all, () -> parts.name(""));
                yield parts.node("global_statement", "", all);
            }
            default -> {
                all.add(plain());
                yield parts.node("expression_statement", "", all);
            }
        };
    }

    private CodeNode single(List<CodeNode> all) {
        String word = parts.next().text();
        parts.take(word, all);
        return parts.node(word + "_statement", "", all);
    }

    private CodeNode raise(List<CodeNode> all) {
        parts.take("raise", all);
        if (!parts.isAt(Kind.NEWLINE)) {
            parts.add(all, () -> expressions.expression(""));
        }
        if (parts.isAt("from")) {
            parts.take("from", all);
            parts.add(all, () -> expressions.expression("cause"));
        }
        return parts.node("raise_statement", "", all);
    }

    private void list(List<CodeNode> all) {
        parts.add(all, () -> expressions.expression(""));
        while (parts.isAt(",")) {
            parts.take(",", all);
            parts.add(all, () -> expressions.expression(""));
        }
    }

    /** An expression, or several with commas between them. */
    CodeNode several(String field) {
        CodeNode first = expressions.expression("");
        if (!parts.isAt(",")) {
            return playing(field, first);
        }
        List<CodeNode> all = parts.begun(first);
        while (parts.isAt(",")) {
            parts.take(",", all);
            if (isAtExpression()) {
                parts.add(all, () -> expressions.expression(""));
            }
        }
        return parts.node("expression_list", field, all);
    }

    private boolean isAtExpression() {
        return !parts.isAt(Kind.NEWLINE) && !parts.isAt("=") && !parts.isAt(":");
    }

    private CodeNode plain() {
        boolean isHalf = HALF_KEYWORDS.contains(parts.next().text())
                && !parts.second().text().equals("=");
        CodeNode first = several("");
        if (isHalf && !(first.is("call") && first.parts().getFirst().is("identifier") && parts.isAt(Kind.NEWLINE))) {
            throw new Doubt();
        }
        if (parts.isAt("=")) {
            return assignment(first, "");
        }
        if (first.is("expression_list")) {
            throw new Doubt();
        }
        List<CodeNode> all = parts.begun(playing("left", target(first)));
        if (parts.isAt(":")) {
            parts.take(":", all);
            parts.add(all, () -> new PlainParameters(parts, expressions).type("type"));
            if (parts.isAt("=")) {
                parts.take("=", all);
                parts.add(all, () -> several("right"));
            }
            return parts.node("assignment", "", all);
        }
        if (CHANGES.contains(parts.next().text())) {
            parts.take(parts.next().text(), "operator", all);
            parts.add(all, () -> several("right"));
            return parts.node("augmented_assignment", "", all);
        }
        return first;
    }

    private CodeNode assignment(CodeNode left, String field) {
        List<CodeNode> all = parts.begun(playing("left", targets(left)));
        parts.take("=", all);
        parts.add(all, () -> {
            CodeNode right = several("right");
            return parts.isAt("=") ? assignment(playing("", right), "right") : right;
        });
        return parts.node("assignment", field, all);
    }

    private CodeNode targets(CodeNode left) {
        if (!left.is("expression_list")) {
            return settable(left);
        }
        left.children().forEach(PlainStatements::settable);
        return new CodeNode("pattern_list", "", true, left.start(), left.end(), left.parts(), left.source());
    }

    private static CodeNode settable(CodeNode left) {
        if (!left.is("identifier") && !left.is("attribute") && !left.is("subscript")) {
            throw new Doubt();
        }
        return left;
    }

    /** What may be set, or nothing is set at all. */
    private CodeNode target(CodeNode first) {
        return parts.isAt(Kind.NEWLINE) ? first : settable(first);
    }

    private CodeNode imports(List<CodeNode> all) {
        parts.take("from", all);
        boolean isFuture = parts.isAt("__future__");
        if (isFuture) {
            parts.take("__future__", all);
        } else if (parts.isAt(".")) {
            parts.add(all, this::relative);
        } else {
            parts.add(all, () -> dotted("module_name"));
        }
        parts.take("import", all);
        if (parts.isAt("*")) {
            parts.add(all, () -> parts.sign("*", "wildcard_import"));
        } else if (parts.isAt("(")) {
            parts.take("(", all);
            names(all);
            parts.take(")", all);
        } else {
            names(all);
        }
        return parts.node(isFuture ? "future_import_statement" : "import_from_statement", "", all);
    }

    private CodeNode relative() {
        List<CodeNode> all = new ArrayList<>();
        parts.add(all, () -> parts.sign(".", "import_prefix"));
        if (!parts.isAt("import")) {
            parts.add(all, () -> dotted(""));
        }
        return parts.node("relative_import", "module_name", all);
    }

    private void names(List<CodeNode> all) {
        parts.add(all, this::name);
        while (parts.isAt(",")) {
            parts.take(",", all);
            if (!parts.isAt(")")) {
                parts.add(all, this::name);
            }
        }
    }

    private CodeNode name() {
        CodeNode name = dotted("name");
        if (!parts.isAt("as")) {
            return name;
        }
        List<CodeNode> all = parts.begun(name);
        parts.take("as", all);
        parts.add(all, () -> parts.name("alias"));
        return parts.node("aliased_import", "name", all);
    }

    private CodeNode dotted(String field) {
        List<CodeNode> all = parts.begun(parts.name(""));
        while (parts.isAt(".")) {
            parts.take(".", all);
            parts.add(all, () -> parts.name(""));
        }
        return parts.node("dotted_name", field, all);
    }
}
