package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.program.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement without others in it. */
final class Statement {

    private final Reading reading;
    private final Frame frame;
    private final List<Operation> done = new ArrayList<>();

    Statement(Reading reading, Frame frame) {
        this.reading = reading;
        this.frame = frame;
    }

    List<Operation> run(CodeNode statement) {
        switch (statement.kind()) {
            case "expression_statement" -> statement.children().forEach(this::expression);
            case "function_definition" -> define(statement);
            case "class_definition" ->
                name(statement)
                        .ifPresent(name -> frame.scope().set(name, new Value.Instance(statement, frame.scope())));
            case "decorated_definition" -> statement.field("definition").ifPresent(inner -> done.addAll(run(inner)));
            case "import_statement", "import_from_statement" -> Imports.bind(statement, frame.scope());
            case "unread" -> done.add(new Operation.Unrecognized("a statement that is not followed", statement.span()));
            case "delete_statement", "pass_statement", "global_statement", "nonlocal_statement" -> {}
            default -> {}
        }
        return done;
    }

    /** What an expression brings that is the last of its function. */
    Value brought(CodeNode expression, List<Operation> before) {
        Value value = reading.settled(
                new Expressions(reading, frame, before).run(expression),
                new CallFollowing(reading, frame, expression, Calls.Use.NONE),
                before);
        reading.sayings().add(value, expression);
        return value;
    }

    private void define(CodeNode definition) {
        name(definition)
                .ifPresent(name -> frame.scope().set(name, new Value.Function(definition, frame.scope(), List.of())));
    }

    private static Optional<String> name(CodeNode definition) {
        return definition.field("name").map(CodeNode::text);
    }

    private void expression(CodeNode expression) {
        switch (expression.kind()) {
            case "assignment" -> assign(expression);
            case "augmented_assignment" -> add(expression);
            default -> brought(expression, done);
        }
    }

    private void assign(CodeNode assignment) {
        Optional<CodeNode> right = assignment.field("right");
        if (right.isEmpty()) {
            return;
        }
        if (right.get().is("assignment")) {
            assign(right.get());
        }
        CodeNode given =
                right.get().is("assignment") ? right.get().field("left").orElse(right.get()) : right.get();
        Value value = reading.value(given, frame, done);
        assignment.field("left").ifPresent(target -> Targets.bind(target, value, frame.scope()));
    }

    private void add(CodeNode addition) {
        Optional<CodeNode> left = addition.field("left");
        Optional<CodeNode> right = addition.field("right");
        if (left.isPresent() && right.isPresent()) {
            Value one = reading.value(left.get(), frame, done);
            Value other = reading.value(right.get(), frame, done);
            String operator = addition.field("operator").map(CodeNode::text).orElse("");
            Targets.bind(
                    left.get(),
                    operator.equals("+=") ? Texts.sum(one, other) : new Value.Unknown("the result of an expression"),
                    frame.scope());
        }
    }
}
