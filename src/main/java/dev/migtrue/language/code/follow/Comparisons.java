package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.program.Guard;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Conditions, and what they ask of the database. */
final class Comparisons {

    private final Expressions expressions;
    private final Language language;

    Comparisons(Expressions expressions, Language language) {
        this.expressions = expressions;
        this.language = language;
    }

    Value value(CodeNode node) {
        return switch (node.kind()) {
            case "not_operator" -> not(argument(node, "argument"), node);
            case "boolean_operator" -> both(node);
            case "conditional_expression" -> conditional(node);
            default -> comparison(node);
        };
    }

    private Value argument(CodeNode node, String field) {
        return node.field(field).map(expressions::value).orElse(new Value.Unknown("broken"));
    }

    private Value not(Value value, CodeNode node) {
        return switch (Truth.of(language, value, node.text())) {
            case Truth.Known known -> new Value.Truth(!known.is());
            case Truth.Asked asked -> new Value.Question(Outcome.not(asked.guard()));
        };
    }

    private Value both(CodeNode node) {
        boolean isAnd = node.field("operator").map(CodeNode::text).orElse("").equals("and");
        Value left = argument(node, "left");
        Truth first =
                Truth.of(language, left, node.field("left").map(CodeNode::text).orElse(""));
        if (first instanceof Truth.Known known) {
            return known.is() == isAnd ? argument(node, "right") : left;
        }
        Guard asked = ((Truth.Asked) first).guard();
        Value right = node.field("right")
                .map(part -> expressions.under(isAnd ? asked : Outcome.not(asked), part))
                .orElse(new Value.Unknown("broken"));
        Truth second = Truth.of(
                language, right, node.field("right").map(CodeNode::text).orElse(""));
        if (second instanceof Truth.Known known) {
            return known.is() == isAnd ? left : right;
        }
        List<Guard> guards = List.of(asked, ((Truth.Asked) second).guard());
        return new Value.Question(isAnd ? new Guard.All(guards) : new Guard.Any(guards));
    }

    private Value conditional(CodeNode node) {
        List<CodeNode> parts = node.children();
        if (parts.size() != 3) {
            return new Value.Unknown("broken");
        }
        return switch (Truth.of(
                language, expressions.value(parts.get(1)), parts.get(1).text())) {
            case Truth.Known known -> expressions.value(parts.get(known.is() ? 0 : 2));
            case Truth.Asked asked -> expressions.either(asked.guard(), parts.getFirst(), parts.getLast(), node.span());
        };
    }

    private Value comparison(CodeNode node) {
        List<CodeNode> operands = node.children();
        List<CodeNode> operators = node.fields("operators");
        if (operands.size() != 2 || operators.isEmpty()) {
            return new Value.Unknown("the result of an expression");
        }
        Value left = expressions.value(operands.getFirst());
        Value right = expressions.value(operands.getLast());
        String operator = String.join(
                " ",
                operators.stream()
                        .map(CodeNode::text)
                        .map(text -> text.replaceAll("\\s+", " "))
                        .toList());
        return switch (operator) {
            case "in" -> in(left, right, node);
            case "not in" -> not(in(left, right, node), node);
            case "==", "is" -> equal(left, right, node);
            case "!=", "is not" -> not(equal(left, right, node), node);
            case "<", "<=", ">", ">=" -> Magnitudes.compared(left, operator, right, node);
            default -> new Value.Unknown("the result of an expression");
        };
    }

    private Value in(Value element, Value container, CodeNode node) {
        Optional<String> name = Values.text(element);
        if (container instanceof Value.Listing listing && name.isPresent()) {
            return listing.form() != Value.Listing.Form.ROWS
                    ? new Value.Matches(listing, name.get())
                    : new Value.Unknown("a name among rows");
        }
        if (container instanceof Value.Answers answers && name.isPresent()) {
            return CatalogueQuery.listing(answers.sql())
                    .<Value>map(listing -> new Value.Matches(listing, name.get()))
                    .orElse(new Value.Unknown("what a query brings"));
        }
        if (container instanceof Value.Caught) {
            return new Value.Truth(name.filter(Comparisons::isOfDefinitions).isPresent());
        }
        if (container instanceof Value.Text text && name.isPresent()) {
            return new Value.Truth(text.value().contains(name.get()));
        }
        return Values.elements(container)
                .filter(elements -> elements.stream().noneMatch(Value.Unknown.class::isInstance))
                .map(elements -> any(element, elements, node))
                .orElse(new Value.Unknown("the result of an expression"));
    }

    private Value any(Value element, List<Value> elements, CodeNode node) {
        List<Value> answers =
                elements.stream().map(one -> equal(element, one, node)).toList();
        if (answers.contains(new Value.Truth(true))) {
            return new Value.Truth(true);
        }
        return answers.stream().allMatch(new Value.Truth(false)::equals)
                ? new Value.Truth(false)
                : answers.size() == 1 ? answers.getFirst() : new Value.Unknown("one of several");
    }

    /** Whether the words of an error tell that something is there already, or is not there. */
    private static boolean isOfDefinitions(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return lower.contains("duplicate")
                || lower.contains("exist")
                || lower.contains("no such")
                || lower.contains("already");
    }

    private Value equal(Value left, Value right, CodeNode node) {
        if (left instanceof Value.NameOf name && Values.text(right).isPresent()) {
            return new Value.Matches(name.of(), Values.text(right).orElseThrow());
        }
        if (right instanceof Value.NameOf) {
            return left instanceof Value.NameOf ? new Value.Unknown("two names") : equal(right, left, node);
        }
        if (left instanceof Value.Answers || left instanceof Value.Magnitude || isFound(left, right)) {
            return Magnitudes.equal(left, right, node);
        }
        if (right instanceof Value.Truth truth && left instanceof Value.Question) {
            return truth.is() ? left : not(left, node);
        }
        boolean isKnown = isConstant(left) && isConstant(right);
        return isKnown
                ? new Value.Truth(Values.text(left).equals(Values.text(right))
                        && (Values.text(left).isPresent() || left.equals(right)))
                : new Value.Unknown("the result of an expression");
    }

    /** Whether it is asked if something was found. */
    private static boolean isFound(Value left, Value right) {
        return left instanceof Value.Matches && right instanceof Value.None;
    }

    private static boolean isConstant(Value value) {
        return switch (value) {
            case Value.Text text -> true;
            case Value.Numeral number -> true;
            case Value.Truth truth -> true;
            case Value.None none -> true;
            default -> false;
        };
    }
}
