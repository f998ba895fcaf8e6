package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A loop: each round of one over known things, and one round for all of any other. */
final class Loop {

    private static final List<String> WAYS_OUT = List.of("return_statement", "break_statement");

    private final Reading reading;
    private final Walk walk;

    Loop(Reading reading, Walk walk) {
        this.reading = reading;
        this.walk = walk;
    }

    Outcome run(CodeNode loop, Frame frame, Next next) {
        List<Operation> before = new ArrayList<>();
        Value over = loop.field("right")
                .map(right -> reading.rows(right, frame, before))
                .orElse(new Value.Unknown("broken"));
        Optional<List<Value>> elements = Values.elements(over);
        Outcome outcome = elements.isPresent()
                ? round(loop, elements.get(), frame, next)
                : over instanceof Value.Listing listing
                        ? some(loop, new Value.Element(listing), frame, next)
                        : repeated(loop, frame, next);
        return outcome.behind(before);
    }

    private Outcome round(CodeNode loop, List<Value> left, Frame frame, Next next) {
        if (left.isEmpty()) {
            return next.ended().apply(frame);
        }
        List<CodeNode> body = Walk.block(loop, "body");
        if (!loop.holds(WAYS_OUT)) {
            return next.ended().apply(frame).behind(rounds(loop, body, left, frame));
        }
        bind(loop, left.getFirst(), frame);
        List<Value> rest = left.subList(1, left.size());
        return walk.run(body, frame, next.looping(after -> round(loop, rest, after, next), next.ended()));
    }

    /** Where no round ends the loop, each stands by itself. */
    private List<Operation> rounds(CodeNode loop, List<CodeNode> body, List<Value> elements, Frame frame) {
        List<Operation> operations = new ArrayList<>();
        for (Value element : elements) {
            bind(loop, element, frame);
            operations.addAll(walk.run(body, frame, Next.NOTHING).operations());
        }
        return operations;
    }

    /** Looks for something among what the database has: what is done at the match is done if there is one. */
    private Outcome some(CodeNode loop, Value.Element element, Frame frame, Next next) {
        boolean isName = element.of().form() == Value.Listing.Form.NAMES;
        bind(loop, isName ? new Value.NameOf(element.of()) : element, frame);
        return walk.run(Walk.block(loop, "body"), frame, next.looping(next.ended(), next.ended()));
    }

    /** A loop of which nobody knows how often it runs, or a statement that chooses by patterns. */
    Outcome repeated(CodeNode loop, Frame frame, Next next) {
        Frame inside = frame.copy();
        bind(loop, new Value.Unknown("one of many"), inside);
        List<Operation> before = new ArrayList<>();
        loop.field("condition").ifPresent(asked -> reading.value(asked, frame, before));
        Guard often = new Guard.Unknown(loop.field("right").map(CodeNode::text).orElse("a loop"));
        List<CodeNode> body = Walk.block(loop, "body");
        if (loop.holds(List.of("return_statement"))) {
            Next ended = next.looping(next.ended(), next.ended()).ending(next.ended());
            return Outcome.either(
                            often, walk.run(body, inside, ended), next.ended().apply(frame), loop.span())
                    .behind(before);
        }
        Outcome round = reading.sayings().under(often, () -> walk.run(body, inside, Next.NOTHING));
        if (!round.operations().isEmpty()) {
            before.add(new Operation.Repeated(round.operations(), loop.span()));
        }
        return next.ended().apply(frame).behind(before);
    }

    private void bind(CodeNode loop, Value value, Frame frame) {
        loop.field("left").ifPresent(target -> Targets.bind(target, value, frame.scope()));
    }
}
