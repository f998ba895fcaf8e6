package dev.migtrue.language.code;

import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;

/** Makes a {@link Constant} of an expression. */
final class ConstantReader {

    /** Deeper than people write; beyond it, expressions are not looked into. */
    private static final int DEEPEST = 50;

    private ConstantReader() {}

    /** @param span what the constant is to point at */
    static Constant read(SyntaxNode expression, Span span) {
        return read(expression, span, DEEPEST);
    }

    static SyntaxNode withoutParentheses(SyntaxNode expression) {
        SyntaxNode bare = expression;
        while (bare.kind().equals("parenthesized_expression")
                && !bare.children().isEmpty()) {
            bare = bare.children().getFirst();
        }
        return bare;
    }

    private static Constant read(SyntaxNode expression, Span span, int depth) {
        if (depth == 0) {
            return new Constant.Computed("a deeply nested expression", span);
        }
        SyntaxNode bare = withoutParentheses(expression);
        return switch (bare.kind()) {
            case "string" -> PythonString.read(bare, span);
            case "none" -> new Constant.None(span);
            case "tuple", "list", "expression_list" -> sequence(bare.children(), span, depth);
            case "concatenated_string" -> joined(bare.children(), span, depth);
            case "binary_operator" -> sum(bare, span, depth);
            case "integer", "float" -> new Constant.Other("a number", span);
            case "true", "false" -> new Constant.Other("a truth value", span);
            case "ellipsis" -> new Constant.Other("an ellipsis", span);
            case "identifier", "attribute" -> new Constant.Computed("the value of another name", span);
            case "call" -> new Constant.Computed("the result of a call", span);
            case "conditional_expression" -> new Constant.Computed("a conditional expression", span);
            default -> new Constant.Computed("the result of an expression", span);
        };
    }

    private static Constant sum(SyntaxNode operation, Span span, int depth) {
        return operation
                .field("operator")
                .filter(operator -> operator.text().equals("+"))
                .map(operator -> joined(operation.children(), span, depth))
                .orElseGet(() -> new Constant.Computed("the result of an expression", span));
    }

    private static Constant joined(List<SyntaxNode> parts, Span span, int depth) {
        StringBuilder text = new StringBuilder();
        for (SyntaxNode part : parts) {
            switch (read(part, span, depth - 1)) {
                case Constant.Text piece -> text.append(piece.value());
                case Constant.Computed computed -> {
                    return computed;
                }
                case Constant.Texts texts -> {
                    return new Constant.Computed("the result of an expression", span);
                }
                case Constant.None none -> {
                    return new Constant.Computed("the result of an expression", span);
                }
                case Constant.Other other -> {
                    return other;
                }
            }
        }
        return new Constant.Text(text.toString(), span);
    }

    private static Constant sequence(List<SyntaxNode> elements, Span span, int depth) {
        List<String> texts = new ArrayList<>();
        for (SyntaxNode element : elements) {
            switch (read(element, span, depth - 1)) {
                case Constant.Text text -> texts.add(text.value());
                case Constant.Computed computed -> {
                    return computed;
                }
                case Constant.Texts nested -> {
                    return mixed(span);
                }
                case Constant.None none -> {
                    return mixed(span);
                }
                case Constant.Other other -> {
                    return mixed(span);
                }
            }
        }
        return new Constant.Texts(texts, span);
    }

    private static Constant mixed(Span span) {
        return new Constant.Other("a sequence that holds more than strings", span);
    }
}
