package dev.migtrue.language.code;

import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a {@link PythonValue} of an expression. */
final class ValueReader {

    /** Deeper than people write; beyond it, expressions are not looked into. */
    private static final int DEEPEST = 50;

    private static final Pattern DOTTED = Pattern.compile("\\w+(?:\\.\\w+)*");

    private ValueReader() {}

    static PythonValue read(SyntaxNode expression) {
        return read(expression, DEEPEST);
    }

    private static PythonValue read(SyntaxNode expression, int depth) {
        if (depth == 0) {
            return new PythonValue.Computed("a deeply nested expression");
        }
        SyntaxNode bare = ConstantReader.withoutParentheses(expression);
        return switch (bare.kind()) {
            case "none" -> new PythonValue.None();
            case "true" -> new PythonValue.Truth(true);
            case "false" -> new PythonValue.Truth(false);
            case "tuple", "list", "expression_list" -> new PythonValue.Sequence(all(bare.children(), depth));
            case "identifier", "attribute" -> name(bare);
            case "call" -> call(bare, depth);
            case "binary_operator" -> sum(bare, depth);
            case "list_splat" -> new PythonValue.Computed("what another sequence holds");
            default -> constant(bare);
        };
    }

    private static List<PythonValue> all(List<SyntaxNode> expressions, int depth) {
        return expressions.stream()
                .map(expression -> read(expression, depth - 1))
                .toList();
    }

    private static PythonValue name(SyntaxNode expression) {
        return DOTTED.matcher(expression.text()).matches()
                ? new PythonValue.Name(expression.text())
                : new PythonValue.Computed("the value of another name");
    }

    private static PythonValue call(SyntaxNode call, int depth) {
        List<SyntaxNode> arguments =
                call.field("arguments").map(SyntaxNode::children).orElse(List.of());
        boolean isPlain = arguments.stream()
                .noneMatch(argument -> argument.is("keyword_argument")
                        || argument.is("list_splat")
                        || argument.is("dictionary_splat")
                        || argument.is("for_in_clause"));
        return call.field("function")
                .map(SyntaxNode::text)
                .filter(function -> isPlain && DOTTED.matcher(function).matches())
                .<PythonValue>map(function -> new PythonValue.Call(function, all(arguments, depth)))
                .orElseGet(() -> new PythonValue.Computed("the result of a call"));
    }

    /** The sum of two sequences is one. */
    private static PythonValue sum(SyntaxNode operation, int depth) {
        Optional<String> operator = operation.field("operator").map(SyntaxNode::text);
        if (operator.equals(Optional.of("+"))) {
            List<PythonValue> elements = new ArrayList<>();
            boolean isSequence = true;
            for (PythonValue part : all(operation.children(), depth)) {
                switch (part) {
                    case PythonValue.Sequence sequence -> elements.addAll(sequence.elements());
                    case PythonValue.Computed computed -> elements.add(computed);
                    case PythonValue.Name name -> elements.add(new PythonValue.Computed("the value of another name"));
                    case PythonValue.Call call -> elements.add(new PythonValue.Computed("the result of a call"));
                    case PythonValue.Text text -> isSequence = false;
                    case PythonValue.None none -> isSequence = false;
                    case PythonValue.Truth truth -> isSequence = false;
                }
            }
            if (isSequence) {
                return new PythonValue.Sequence(elements);
            }
        }
        return constant(operation);
    }

    private static PythonValue constant(SyntaxNode expression) {
        return switch (ConstantReader.read(expression, Span.START)) {
            case Constant.Text text -> new PythonValue.Text(text.value());
            case Constant.Texts texts -> new PythonValue.Computed("the result of an expression");
            case Constant.None none -> new PythonValue.None();
            case Constant.Other other -> new PythonValue.Computed(other.what());
            case Constant.Computed computed -> new PythonValue.Computed(computed.why());
        };
    }
}
