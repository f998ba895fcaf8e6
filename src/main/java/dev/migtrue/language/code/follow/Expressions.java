package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** What expressions stand for. */
final class Expressions {

    private final Reading reading;
    private final Frame frame;
    private final List<Operation> done;

    Expressions(Reading reading, Frame frame, List<Operation> done) {
        this.reading = reading;
        this.frame = frame;
        this.done = done;
    }

    Value value(CodeNode node) {
        return switch (node.kind()) {
            case "string", "concatenated_string", "text" -> new Texts(this, reading.language()).literal(node);
            case "integer", "float" -> new Value.Numeral(node.text());
            case "true" -> new Value.Truth(true);
            case "false" -> new Value.Truth(false);
            case "none" -> new Value.None();
            case "identifier" -> frame.scope().get(node.text()).orElseGet(() -> new Value.Named(node.text()));
            case "attribute" -> attribute(node);
            case "subscript" -> subscript(node);
            case "tuple", "list", "set", "expression_list" -> new Value.Items(values(node.children()));
            case "dictionary" -> dictionary(node);
            case "parenthesized_expression" ->
                node.children().stream().findFirst().map(this::value).orElse(unknown());
            case "await" ->
                settled(
                        node,
                        node.children().stream().findFirst().map(this::value).orElse(unknown()),
                        Calls.Use.VALUE);
            case "binary_operator" -> binary(node);
            case "call" -> call(node, Calls.Use.VALUE);
            case "comparison_operator", "not_operator", "boolean_operator", "conditional_expression" ->
                new Comparisons(this, reading.language()).value(node);
            case "list_comprehension", "set_comprehension", "generator_expression", "dictionary_comprehension" ->
                new Comprehension(reading, frame, done).value(node);
            case "named_expression" -> named(node);
            case "assignment" -> assigned(node);
            case "lambda" -> new Value.Function(node, frame.scope(), List.of());
            case "bare_word" -> bare(node, Calls.Use.VALUE);
            case "unread", "if_statement", "for_statement", "while_statement", "try_statement" -> unread(node);
            default -> unknown();
        };
    }

    private Value unread(CodeNode node) {
        done.add(new Operation.Unrecognized("an expression that is not followed", node.span()));
        return unknown();
    }

    /** An expression that stands for itself: nobody takes what it brings. */
    Value run(CodeNode call) {
        return switch (call.kind()) {
            case "await" ->
                settled(
                        call,
                        call.children().stream().findFirst().map(this::run).orElse(unknown()),
                        Calls.Use.NONE);
            case "call" -> call(call, Calls.Use.NONE);
            case "bare_word" -> bare(call, Calls.Use.NONE);
            default -> value(call);
        };
    }

    /** What an expression brings that is come to only as a guard says. */
    Value under(Guard guard, CodeNode node) {
        Outcome outcome = apart(node);
        done.addAll(Outcome.either(guard, outcome, Outcome.NOTHING, node.span()).operations());
        return outcome.value();
    }

    /** What one of two expressions brings, as a guard says. */
    Value either(Guard guard, CodeNode then, CodeNode otherwise, Span at) {
        Outcome outcome = Outcome.either(guard, apart(then), apart(otherwise), at);
        done.addAll(outcome.operations());
        return outcome.value();
    }

    private Outcome apart(CodeNode node) {
        List<Operation> own = new ArrayList<>();
        Value value = new Expressions(reading, frame, own).value(node);
        Value settled = reading.settled(value, new CallFollowing(reading, frame, node, Calls.Use.VALUE), own);
        return new Outcome(own, settled, false);
    }

    private Value call(CodeNode node, Calls.Use use) {
        return new Calls(reading, frame, done, use).run(node);
    }

    /** A word that is called, unless it stands for something that was set. */
    private Value bare(CodeNode node, Calls.Use use) {
        return frame.scope()
                .get(node.text())
                .filter(value -> !(value instanceof Value.Function))
                .orElseGet(() -> call(node, use));
    }

    private static Value unknown() {
        return new Value.Unknown("the result of an expression");
    }

    List<Value> values(List<CodeNode> nodes) {
        List<Value> values = new ArrayList<>();
        for (CodeNode node : nodes) {
            if (node.is("list_splat")) {
                Value spread =
                        node.children().stream().findFirst().map(this::value).orElse(unknown());
                Values.elements(spread)
                        .ifPresentOrElse(values::addAll, () -> values.add(new Value.Unknown("a list spread out")));
            } else {
                values.add(value(node));
            }
        }
        return values;
    }

    Arguments arguments(CodeNode call) {
        CodeNode list = call.field("arguments").orElse(call);
        if (list.is("generator_expression")) {
            return new Arguments(List.of(value(list)), new LinkedHashMap<>(), true);
        }
        SequencedMap<String, Value> keywords = new LinkedHashMap<>();
        List<CodeNode> positional = new ArrayList<>();
        boolean isWhole = true;
        for (CodeNode argument : list.children()) {
            switch (argument.kind()) {
                case "keyword_argument" ->
                    argument.field("value")
                            .ifPresent(value -> keywords.put(
                                    argument.field("name").orElse(argument).text(), value(value)));
                case "dictionary_splat" -> isWhole &= spread(argument, keywords);
                default -> positional.add(argument);
            }
        }
        return new Arguments(values(positional), keywords, isWhole);
    }

    private boolean spread(CodeNode argument, SequencedMap<String, Value> keywords) {
        Value spread = argument.children().stream().findFirst().map(this::value).orElse(unknown());
        if (!(spread instanceof Value.Entries entries)) {
            return false;
        }
        entries.pairs()
                .forEach(pair -> Values.text(pair.values().getFirst())
                        .ifPresent(key -> keywords.put(key, pair.values().get(1))));
        return true;
    }

    private Value attribute(CodeNode node) {
        Optional<Value> set = frame.scope().get(node.text());
        if (set.isPresent()) {
            return set.get();
        }
        Value object = node.field("object").map(this::value).orElse(unknown());
        String name = node.field("attribute").map(CodeNode::text).orElse("");
        return reading.language().member(object, name).orElseGet(() -> Members.of(object, name, reading.dialect()));
    }

    private Value subscript(CodeNode node) {
        Value object = node.field("value").map(this::value).orElse(unknown());
        List<CodeNode> keys = node.fields("subscript");
        return keys.size() == 1 && !keys.getFirst().is("slice")
                ? Subscripts.item(object, value(keys.getFirst()))
                : new Value.Unknown("a part of something");
    }

    private Value dictionary(CodeNode node) {
        List<Value.Items> pairs = new ArrayList<>();
        for (CodeNode pair : node.children()) {
            if (pair.is("dictionary_splat")
                    && pair.children().stream().findFirst().map(this::value).orElse(unknown())
                            instanceof Value.Entries spread) {
                pairs.addAll(spread.pairs());
                continue;
            }
            Optional<CodeNode> key = pair.field("key");
            Optional<CodeNode> value = pair.field("value");
            if (key.isEmpty() || value.isEmpty()) {
                return new Value.Unknown("a dictionary put together");
            }
            pairs.add(new Value.Items(List.of(value(key.get()), value(value.get()))));
        }
        return new Value.Entries(pairs);
    }

    private Value binary(CodeNode node) {
        Value left = node.field("left").map(this::value).orElse(unknown());
        Value right = node.field("right").map(this::value).orElse(unknown());
        return switch (node.field("operator").map(CodeNode::text).orElse("")) {
            case "+", "|" -> Texts.sum(left, right);
            case "%" -> Texts.filled(left, right, reading.language());
            default -> unknown();
        };
    }

    private Value settled(CodeNode node, Value value, Calls.Use use) {
        return reading.settled(value, new CallFollowing(reading, frame, node, use), done);
    }

    /** An assignment inside an expression. */
    private Value assigned(CodeNode node) {
        Value value = node.field("right").map(this::value).orElse(unknown());
        node.field("left").ifPresent(target -> Targets.bind(target, value, frame.scope()));
        return value;
    }

    private Value named(CodeNode node) {
        Value value = node.field("value").map(this::value).orElse(unknown());
        node.field("name").ifPresent(name -> frame.scope().set(name.text(), value));
        return value;
    }
}
