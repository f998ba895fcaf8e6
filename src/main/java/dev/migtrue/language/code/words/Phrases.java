package dev.migtrue.language.code.words;

import dev.migtrue.language.code.CodeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes nodes of our own words ({@link Words}) of others, each at the place of what it is made of. */
public final class Phrases {

    private Phrases() {}

    public static CodeNode block(CodeNode at, List<CodeNode> statements) {
        return at.as("block", statements);
    }

    /** An expression that stands for itself. */
    public static CodeNode statement(CodeNode expression) {
        return Words.STATEMENTS.contains(expression.kind())
                        && !expression.kind().endsWith("assignment")
                ? expression
                : expression.as("expression_statement", List.of(expression.in("")));
    }

    public static CodeNode call(CodeNode at, CodeNode function, List<CodeNode> arguments) {
        return at.as(
                "call",
                List.of(
                        function.in("function"),
                        at.as("argument_list", bare(arguments)).in("arguments")));
    }

    /** A name, or a call of what it names. */
    public static CodeNode bareWord(CodeNode name) {
        return name.as(
                "bare_word",
                List.of(
                        identifier(name).in("function"),
                        name.as("argument_list", List.of()).in("arguments")));
    }

    public static CodeNode identifier(CodeNode name) {
        return name.said()
                .map(word -> name.saying("identifier", word))
                .orElseGet(() -> name.as("identifier", List.of()));
    }

    public static CodeNode attribute(CodeNode at, CodeNode object, CodeNode name) {
        return at.as("attribute", List.of(object.in("object"), identifier(name).in("attribute")));
    }

    /** {@code value[key]}. */
    public static CodeNode subscript(CodeNode at, CodeNode value, CodeNode key) {
        return at.as("subscript", List.of(value.in("value"), key.in("subscript")));
    }

    public static CodeNode keyword(CodeNode at, String name, CodeNode value) {
        return at.as("keyword_argument", List.of(at.saying("identifier", name).in("name"), value.in("value")));
    }

    public static CodeNode pair(CodeNode at, CodeNode key, CodeNode value) {
        return at.as("pair", List.of(key.in("key"), value.in("value")));
    }

    /** A text that says this. */
    public static CodeNode text(CodeNode at, String words) {
        return at.as("text", List.of(at.saying("piece", words).in("")));
    }

    public static CodeNode choice(CodeNode at, CodeNode condition, CodeNode then, Optional<CodeNode> otherwise) {
        List<CodeNode> parts = new ArrayList<>(List.of(condition.in("condition"), then.in("consequence")));
        otherwise.ifPresent(block ->
                parts.add(block.as("else_clause", List.of(block.in("body"))).in("alternative")));
        return at.as("if_statement", parts);
    }

    public static CodeNode not(CodeNode at, CodeNode argument) {
        return at.as("not_operator", List.of(argument.in("argument")));
    }

    /**
     * Two conditions put together.
     *
     * @param operator {@code and} or {@code or}
     */
    public static CodeNode both(CodeNode at, CodeNode left, String operator, CodeNode right) {
        return operation(at, "boolean_operator", left, operator, right);
    }

    public static CodeNode binary(CodeNode at, CodeNode left, String operator, CodeNode right) {
        return operation(at, "binary_operator", left, operator, right);
    }

    public static CodeNode assignment(CodeNode at, CodeNode left, CodeNode right) {
        return at.as("assignment", List.of(left.in("left"), right.in("right")));
    }

    /** {@code left += right}. */
    public static CodeNode addition(CodeNode at, CodeNode left, String operator, CodeNode right) {
        return operation(at, "augmented_assignment", left, operator, right);
    }

    private static CodeNode operation(CodeNode at, String kind, CodeNode left, String operator, CodeNode right) {
        return at.as(
                kind, List.of(left.in("left"), at.saying(operator, operator).in("operator"), right.in("right")));
    }

    /**
     * Two values held against each other.
     *
     * @param operator one of Python's
     */
    public static CodeNode comparison(CodeNode at, CodeNode left, String operator, CodeNode right) {
        CodeNode sign = new CodeNode(
                operator, "operators", false, at.start(), at.end(), List.of(), at.source(), Optional.of(operator));
        return at.as("comparison_operator", List.of(left.in(""), sign, right.in("")));
    }

    public static CodeNode conditional(CodeNode at, CodeNode condition, CodeNode then, CodeNode otherwise) {
        return at.as("conditional_expression", List.of(then.in(""), condition.in(""), otherwise.in("")));
    }

    /**
     * A function without a name.
     *
     * @param body a {@code block} or an expression
     */
    public static CodeNode lambda(CodeNode at, List<CodeNode> parameters, CodeNode body) {
        return at.as("lambda", List.of(at.as("parameters", bare(parameters)).in("parameters"), body.in("body")));
    }

    public static CodeNode function(CodeNode at, CodeNode name, List<CodeNode> parameters, CodeNode body) {
        return at.as(
                "function_definition",
                List.of(
                        identifier(name).in("name"),
                        at.as("parameters", bare(parameters)).in("parameters"),
                        body.in("body")));
    }

    /**
     * A class.
     *
     * @param superclass what it is made from; absent where nothing is named
     */
    public static CodeNode type(CodeNode at, Optional<CodeNode> name, Optional<CodeNode> superclass, CodeNode body) {
        List<CodeNode> parts = new ArrayList<>();
        name.ifPresent(named -> parts.add(identifier(named).in("name")));
        superclass.ifPresent(from -> parts.add(identifier(from).in("superclasses")));
        parts.add(body.in("body"));
        return at.as("class_definition", parts);
    }

    public static CodeNode loop(CodeNode at, CodeNode left, CodeNode right, CodeNode body) {
        return at.as("for_statement", List.of(left.in("left"), right.in("right"), body.in("body")));
    }

    /** Statements of which the last, where it brings a value, is what a function hands back. */
    public static List<CodeNode> withResult(List<CodeNode> statements) {
        if (statements.isEmpty()) {
            return statements;
        }
        List<CodeNode> all = new ArrayList<>(statements);
        CodeNode last = all.removeLast();
        all.add(
                switch (last.kind()) {
                    case "expression_statement" -> last.as("result_statement", last.parts());
                    case "if_statement", "elif_clause", "else_clause" -> last.as(last.kind(), branches(last));
                    default -> last;
                });
        return all;
    }

    private static List<CodeNode> branches(CodeNode choice) {
        return choice.parts().stream()
                .map(part -> switch (part.kind()) {
                    case "block" -> block(part, withResult(part.parts())).in(part.field());
                    case "elif_clause", "else_clause" ->
                        part.as(part.kind(), branches(part)).in(part.field());
                    default -> part;
                })
                .toList();
    }

    /** A statement that stands where a value is wanted: what its last expression brings. */
    public static CodeNode value(CodeNode statement) {
        List<CodeNode> done = statement.is("block") ? statement.parts() : List.of(statement.in(""));
        return call(statement, lambda(statement, List.of(), block(statement, withResult(done))), List.of());
    }

    private static List<CodeNode> bare(List<CodeNode> nodes) {
        return nodes.stream().map(node -> node.in("")).toList();
    }
}
