package dev.migtrue.language.code;

import dev.migtrue.language.code.PlainToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The syntax tree of a Python text as plain as most migrations are, made without the native parser, which costs a tenth of that and loads
 * nothing. At the slightest doubt it gives up; a test holds the two equal.
 */
final class PlainPython {

    /** Far from where the native parser's tree is cut. */
    static final int DEEPEST = 100;

    private final PlainParts parts;
    private final Set<String> unread;
    private final PlainExpressions expressions;
    private final PlainStatements statements;
    private int depth;

    private PlainPython(PlainParts parts, Set<String> unread) {
        this.parts = parts;
        this.unread = unread;
        this.expressions = new PlainExpressions(parts);
        this.statements = new PlainStatements(parts, expressions);
    }

    /**
     * The module; absent where it is not that plain.
     *
     * @param unread functions of which nobody wants to know what they do
     */
    static Optional<CodeNode> module(SourceText source, Set<String> unread) {
        try {
            String ascii = source.ascii();
            PlainParts parts = new PlainParts(ascii, source, PlainTokens.of(ascii));
            return Optional.of(new PlainPython(parts, unread).module(ascii))
                    .filter(module -> isWithin(module, DEEPEST));
        } catch (Doubt doubt) {
            return Optional.empty();
        }
    }

    private static boolean isWithin(CodeNode node, int deepest) {
        if (deepest == 0) {
            return false;
        }
        for (CodeNode part : node.parts()) {
            if (!part.parts().isEmpty() && !isWithin(part, deepest - 1)) {
                return false;
            }
        }
        return true;
    }

    private CodeNode module(String ascii) {
        List<CodeNode> all = new ArrayList<>();
        parts.comments(all);
        while (!parts.isAt(Kind.END)) {
            statement(all);
            parts.comments(all);
        }
        int start = all.isEmpty() ? ascii.length() : all.getFirst().start();
        return new CodeNode("module", "", true, start, ascii.length(), all, parts.source());
    }

    private void statement(List<CodeNode> all) {
        Optional<CodeNode> compound = compound();
        if (compound.isPresent()) {
            all.add(compound.get());
        } else {
            all.add(statements.statement());
            parts.take(Kind.NEWLINE, all);
        }
    }

    private Optional<CodeNode> compound() {
        if (parts.isAt("@")) {
            return Optional.of(decorated());
        }
        if (!parts.isAt(Kind.KEYWORD)) {
            return Optional.empty();
        }
        return switch (parts.next().text()) {
            case "if" -> Optional.of(branch("if", "if_statement", ""));
            case "for" -> Optional.of(loop());
            case "while" -> Optional.of(repeated());
            case "try" -> Optional.of(trial());
            case "with" -> Optional.of(within());
            case "def" -> Optional.of(function(""));
            case "class" -> Optional.of(type(""));
            default -> Optional.empty();
        };
    }

    /** The colon, and what stands behind it. */
    private void suite(String field, List<CodeNode> all) {
        if (depth++ > DEEPEST) {
            throw new Doubt();
        }
        parts.take(":", all);
        if (parts.isAt(Kind.INDENT)) {
            parts.take(Kind.INDENT, all);
            parts.add(all, () -> block(field));
        } else {
            parts.add(all, () -> {
                List<CodeNode> line = parts.begun(statements.statement());
                parts.take(Kind.NEWLINE, line);
                return parts.node("block", field, line);
            });
        }
        depth--;
    }

    private CodeNode block(String field) {
        List<CodeNode> block = new ArrayList<>();
        statement(block);
        while (!parts.isAt(Kind.DEDENT)) {
            parts.comments(block);
            statement(block);
        }
        parts.take(Kind.DEDENT, block);
        return parts.node("block", field, block);
    }

    private CodeNode branch(String word, String kind, String field) {
        List<CodeNode> all = new ArrayList<>();
        parts.take(word, all);
        parts.add(all, () -> expressions.expression("condition"));
        suite("consequence", all);
        if (word.equals("if")) {
            while (parts.isAt("elif")) {
                parts.add(all, () -> branch("elif", "elif_clause", "alternative"));
            }
            otherwise("alternative", all);
        }
        return parts.node(kind, field, all);
    }

    private void otherwise(String field, List<CodeNode> all) {
        if (parts.isAt("else")) {
            parts.add(all, () -> part("else", "else_clause", field, "body"));
        }
    }

    private CodeNode part(String word, String kind, String field, String body) {
        List<CodeNode> all = new ArrayList<>();
        parts.take(word, all);
        suite(body, all);
        return parts.node(kind, field, all);
    }

    private CodeNode loop() {
        List<CodeNode> all = new ArrayList<>();
        parts.take("for", all);
        parts.add(all, () -> new PlainBrackets(parts, expressions).targets("left"));
        parts.take("in", all);
        parts.add(all, () -> statements.several("right"));
        suite("body", all);
        otherwise("alternative", all);
        return parts.node("for_statement", "", all);
    }

    private CodeNode repeated() {
        List<CodeNode> all = new ArrayList<>();
        parts.take("while", all);
        parts.add(all, () -> expressions.expression("condition"));
        suite("body", all);
        otherwise("alternative", all);
        return parts.node("while_statement", "", all);
    }

    private CodeNode trial() {
        List<CodeNode> all = new ArrayList<>();
        parts.take("try", all);
        suite("body", all);
        while (parts.isAt("except")) {
            parts.add(all, this::handler);
        }
        otherwise("", all);
        if (parts.isAt("finally")) {
            parts.add(all, () -> part("finally", "finally_clause", "", ""));
        }
        return parts.node("try_statement", "", all);
    }

    private CodeNode handler() {
        List<CodeNode> all = new ArrayList<>();
        parts.take("except", all);
        if (!parts.isAt(":")) {
            parts.add(all, () -> named(expressions.expression("value")));
        }
        suite("", all);
        return parts.node("except_clause", "", all);
    }

    private CodeNode within() {
        List<CodeNode> all = new ArrayList<>();
        parts.take("with", all);
        if (parts.isAt("(")) {
            throw new Doubt();
        }
        parts.add(all, () -> {
            List<CodeNode> items = new ArrayList<>();
            parts.add(items, this::item);
            while (parts.isAt(",")) {
                parts.take(",", items);
                parts.add(items, this::item);
            }
            return parts.node("with_clause", "", items);
        });
        suite("body", all);
        return parts.node("with_statement", "", all);
    }

    private CodeNode item() {
        return parts.node("with_item", "", parts.begun(named(expressions.expression("value"))));
    }

    private CodeNode named(CodeNode value) {
        if (!parts.isAt("as")) {
            return value;
        }
        List<CodeNode> named = parts.begun(PlainParts.playing("", value));
        parts.take("as", named);
        parts.add(named, () -> parts.node("as_pattern_target", "alias", parts.begun(parts.name(""))));
        return parts.node("as_pattern", "value", named);
    }

    private CodeNode decorated() {
        List<CodeNode> all = new ArrayList<>();
        while (parts.isAt("@")) {
            parts.add(all, () -> {
                List<CodeNode> decorator = new ArrayList<>();
                parts.take("@", decorator);
                parts.add(decorator, () -> expressions.expression(""));
                parts.take(Kind.NEWLINE, decorator);
                return parts.node("decorator", "", decorator);
            });
        }
        parts.add(all, () -> parts.isAt("class") ? type("definition") : function("definition"));
        return parts.node("decorated_definition", "", all);
    }

    private CodeNode function(String field) {
        List<CodeNode> all = new ArrayList<>();
        int start = parts.next().start();
        parts.take("def", all);
        parts.add(all, () -> parts.name("name"));
        parts.add(all, () -> new PlainParameters(parts, expressions).between("parameters"));
        if (parts.isAt("->")) {
            parts.take("->", all);
            parts.add(all, () -> new PlainParameters(parts, expressions).type("return_type"));
        }
        suite("body", all);
        CodeNode whole = parts.node("function_definition", field, all);
        return CodeCopy.isUnread(parts.source(), start, unread)
                ? new CodeNode(whole.kind(), field, true, start, whole.end(), List.of(), parts.source())
                : whole;
    }

    private CodeNode type(String field) {
        List<CodeNode> all = new ArrayList<>();
        parts.take("class", all);
        parts.add(all, () -> parts.name("name"));
        if (parts.isAt("(")) {
            parts.add(all, () -> new PlainBrackets(parts, expressions).arguments("superclasses"));
        }
        suite("body", all);
        return parts.node("class_definition", field, all);
    }
}
