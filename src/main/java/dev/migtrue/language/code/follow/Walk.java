package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.program.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows the statements of a block, one way behind the other. */
final class Walk {

    private static final List<String> EXITS =
            List.of("return_statement", "result_statement", "continue_statement", "break_statement", "leave_statement");

    private final Reading reading;

    Walk(Reading reading) {
        this.reading = reading;
    }

    Outcome run(List<CodeNode> statements, Frame frame, Next next) {
        List<Operation> done = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            CodeNode statement = statements.get(i);
            Optional<Operation> obstacle = reading.obstacle(statement);
            if (obstacle.isPresent()) {
                return Outcome.of(obstacle.get()).behind(done);
            }
            List<CodeNode> rest = statements.subList(i + 1, statements.size());
            Optional<Outcome> left = exit(statement, frame, next, done);
            if (left.isPresent()) {
                return left.get().behind(done);
            }
            if (isCompound(statement) && statement.holds(EXITS)) {
                return compound(statement, frame, next.ending(after -> run(rest, after, next)))
                        .behind(done);
            }
            done.addAll(
                    isCompound(statement)
                            ? compound(statement, frame, Next.NOTHING).operations()
                            : new Statement(reading, frame).run(statement));
        }
        return next.ended().apply(frame).behind(done);
    }

    private Optional<Outcome> exit(CodeNode statement, Frame frame, Next next, List<Operation> done) {
        return switch (statement.kind()) {
            case "return_statement" -> {
                Value value = statement.children().stream()
                        .findFirst()
                        .map(given -> reading.settled(
                                reading.value(given, frame, done),
                                new CallFollowing(reading, frame, given, Calls.Use.VALUE),
                                done))
                        .orElse(new Value.None());
                yield Optional.of(next.returned().apply(value, frame));
            }
            case "result_statement" -> {
                Value value = statement.children().stream()
                        .findFirst()
                        .map(given -> new Statement(reading, frame).brought(given, done))
                        .orElse(new Value.None());
                yield Optional.of(next.returned().apply(value, frame));
            }
            case "continue_statement" -> Optional.of(next.again().apply(frame));
            case "break_statement" -> Optional.of(next.broken().apply(frame));
            case "leave_statement" -> Optional.of(Outcome.of(new Operation.Leave(statement.span())));
            case "raise_statement" -> Optional.of(Outcome.raised(statement.span()));
            default -> Optional.empty();
        };
    }

    private static boolean isCompound(CodeNode statement) {
        return switch (statement.kind()) {
            case "if_statement",
                    "for_statement",
                    "while_statement",
                    "try_statement",
                    "with_statement",
                    "match_statement" -> true;
            default -> false;
        };
    }

    private Outcome compound(CodeNode statement, Frame frame, Next next) {
        return switch (statement.kind()) {
            case "if_statement" -> choice(statement, statement.fields("alternative"), frame, next);
            case "for_statement" -> new Loop(reading, this).run(statement, frame, next);
            case "try_statement" -> new Trial(reading.language(), this).run(statement, frame, next);
            case "with_statement" -> new Within(reading, this).run(statement, frame, next);
            default -> new Loop(reading, this).repeated(statement, frame, next);
        };
    }

    /** The statements of the block that a part of a statement has. */
    static List<CodeNode> block(CodeNode part, String field) {
        return part.field(field)
                .or(() -> part.children().stream()
                        .filter(child -> child.is("block"))
                        .findFirst())
                .map(CodeNode::children)
                .orElse(List.of());
    }

    /** An {@code if} or {@code elif}, with what stands behind it. */
    private Outcome choice(CodeNode branch, List<CodeNode> alternatives, Frame frame, Next next) {
        List<Operation> before = new ArrayList<>();
        Value condition = branch.field("condition")
                .map(asked -> reading.value(asked, frame, before))
                .orElse(new Value.Unknown("broken"));
        Truth truth = Truth.of(
                reading.language(),
                condition,
                branch.field("condition").map(CodeNode::text).orElse(""));
        return switch (truth) {
            case Truth.Known known ->
                (known.is() ? run(block(branch, "consequence"), frame, next) : otherwise(alternatives, frame, next))
                        .behind(before);
            case Truth.Asked asked -> {
                Frame one = frame.copy();
                Frame other = frame.copy();
                Outcome then =
                        reading.sayings().under(asked.guard(), () -> run(block(branch, "consequence"), one, next));
                Outcome otherwise =
                        reading.sayings().under(Outcome.not(asked.guard()), () -> otherwise(alternatives, other, next));
                frame.scope().join(one.scope(), other.scope());
                yield Outcome.either(asked.guard(), then, otherwise, branch.span())
                        .behind(before);
            }
        };
    }

    private Outcome otherwise(List<CodeNode> alternatives, Frame frame, Next next) {
        if (alternatives.isEmpty()) {
            return next.ended().apply(frame);
        }
        CodeNode first = alternatives.getFirst();
        return first.is("elif_clause")
                ? choice(first, alternatives.subList(1, alternatives.size()), frame, next)
                : run(block(first, "body"), frame, next);
    }
}
