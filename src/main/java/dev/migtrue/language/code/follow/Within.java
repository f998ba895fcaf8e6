package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.program.Caught;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@code with} statement: what is opened for a block, and what that means for what stands in it. */
final class Within {

    private final Reading reading;
    private final Walk walk;

    Within(Reading reading, Walk walk) {
        this.reading = reading;
        this.walk = walk;
    }

    Outcome run(CodeNode statement, Frame frame, Next next) {
        List<Operation> before = new ArrayList<>();
        List<Value> opened = new ArrayList<>();
        items(statement).forEach(item -> opened.add(open(item, frame, before)));
        List<CodeNode> body = Walk.block(statement, "body");
        Span at = statement.span();
        Optional<Value.Made> suppressed = made(opened, "suppress");
        if (suppressed.isPresent()) {
            return suppressed(suppressed.get(), body, frame, next, at).behind(before);
        }
        if (made(opened, "autocommit_block").isPresent()) {
            List<Operation> inside = new ArrayList<>(before);
            inside.add(new Operation.Called("COMMIT", at));
            inside.addAll(walk.run(body, frame, Next.NOTHING).operations());
            inside.add(new Operation.Called("BEGIN", at));
            return next.ended().apply(frame).behind(inside);
        }
        if (made(opened, "begin_nested").isPresent() || made(opened, "atomic").isPresent()) {
            List<Operation> inside = new ArrayList<>(before);
            inside.add(new Operation.Nested(walk.run(body, frame, Next.NOTHING).operations(), at));
            return next.ended().apply(frame).behind(inside);
        }
        return walk.run(body, frame, next).behind(before);
    }

    private Outcome suppressed(Value.Made made, List<CodeNode> body, Frame frame, Next next, Span at) {
        List<Operation> tried = walk.run(body, frame, Next.NOTHING).operations();
        String errors = String.join(
                ", ", made.arguments().positional().stream().map(Within::path).toList());
        Caught caught = reading.language().caught(errors);
        return next.ended()
                .apply(frame)
                .behind(
                        caught == Caught.NONE || tried.isEmpty()
                                ? tried
                                : List.of(new Operation.Attempt(tried, caught, List.of(), at)));
    }

    private static String path(Value value) {
        return value instanceof Value.Named named ? named.path() : Values.lastName(value);
    }

    private static Optional<Value.Made> made(List<Value> opened, String maker) {
        return opened.stream()
                .filter(Value.Made.class::isInstance)
                .map(Value.Made.class::cast)
                .filter(made -> made.maker().equals(maker))
                .findFirst();
    }

    private static List<CodeNode> items(CodeNode statement) {
        return statement.children().stream()
                .filter(part -> part.is("with_clause"))
                .flatMap(clause -> clause.children().stream())
                .toList();
    }

    private Value open(CodeNode item, Frame frame, List<Operation> before) {
        CodeNode given = item.field("value").orElse(item);
        if (!given.is("as_pattern")) {
            return reading.value(given, frame, before);
        }
        List<CodeNode> parts = given.children();
        Value value = reading.value(parts.getFirst(), frame, before);
        parts.stream().skip(1).forEach(target -> Targets.bind(target, value, frame.scope()));
        return value;
    }
}
