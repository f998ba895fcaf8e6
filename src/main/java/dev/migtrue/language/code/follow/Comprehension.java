package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.program.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list that is made of another: {@code [row[1] for row in rows]}. */
final class Comprehension {

    private final Reading reading;
    private final Frame frame;
    private final List<Operation> done;

    Comprehension(Reading reading, Frame frame, List<Operation> done) {
        this.reading = reading;
        this.frame = frame;
        this.done = done;
    }

    Value value(CodeNode node) {
        List<CodeNode> loops = node.children().stream()
                .filter(part -> part.is("for_in_clause"))
                .toList();
        List<CodeNode> conditions =
                node.children().stream().filter(part -> part.is("if_clause")).toList();
        Optional<CodeNode> body = node.field("body");
        if (loops.size() != 1 || body.isEmpty()) {
            return new Value.Unknown("a list that is made of others");
        }
        CodeNode loop = loops.getFirst();
        Value over = loop.field("right")
                .map(right -> reading.rows(right, frame, done))
                .orElse(new Value.Unknown("broken"));
        return made(body.get(), loop, conditions, over);
    }

    private Value made(CodeNode body, CodeNode loop, List<CodeNode> conditions, Value over) {
        Optional<List<Value>> elements = Values.elements(over);
        if (elements.isPresent()) {
            return each(body, loop, conditions, elements.get());
        }
        return over instanceof Value.Listing listing
                ? some(body, loop, conditions, listing)
                : new Value.Unknown("a list that is made of others");
    }

    private Value some(CodeNode body, CodeNode loop, List<CodeNode> conditions, Value.Listing listing) {
        boolean isNames = listing.form() == Value.Listing.Form.NAMES;
        Value element = isNames ? new Value.NameOf(listing) : new Value.Element(listing);
        Frame inside = frame.copy();
        loop.field("left").ifPresent(target -> Targets.bind(target, element, inside.scope()));
        for (CodeNode condition : conditions) {
            Value asked = condition.children().stream()
                    .findFirst()
                    .map(one -> reading.value(one, inside, done))
                    .orElse(new Value.Unknown("broken"));
            return asked instanceof Value.Matches ? asked : new Value.Unknown("a choice of what the database has");
        }
        Value made = body.is("pair")
                ? body.field("key").map(key -> reading.value(key, inside, done)).orElse(element)
                : reading.value(body, inside, done);
        return switch (made) {
            case Value.NameOf name -> new Value.Listing(listing.kind(), listing.on(), Value.Listing.Form.NAMES);
            case Value.Matches matches -> matches;
            case Value.Element same -> listing;
            default -> new Value.Unknown("a list that is made of others");
        };
    }

    private Value each(CodeNode body, CodeNode loop, List<CodeNode> conditions, List<Value> elements) {
        List<Value> made = new ArrayList<>();
        for (Value element : elements) {
            Frame inside = frame.copy();
            loop.field("left").ifPresent(target -> Targets.bind(target, element, inside.scope()));
            Optional<Boolean> isTaken = isTaken(conditions, inside);
            if (isTaken.isEmpty()) {
                return new Value.Unknown("a list that is made of others");
            }
            if (isTaken.get()) {
                made.add(body.is("pair") ? pair(body, inside) : reading.value(body, inside, done));
            }
        }
        return body.is("pair")
                ? new Value.Entries(made.stream().map(Value.Items.class::cast).toList())
                : new Value.Items(made);
    }

    private Value pair(CodeNode body, Frame inside) {
        return new Value.Items(body.children().stream()
                .map(part -> reading.value(part, inside, done))
                .toList());
    }

    private Optional<Boolean> isTaken(List<CodeNode> conditions, Frame inside) {
        boolean isTaken = true;
        for (CodeNode condition : conditions) {
            Optional<Boolean> holds = condition.children().stream()
                    .findFirst()
                    .flatMap(one -> Values.truth(reading.value(one, inside, done)));
            if (holds.isEmpty()) {
                return Optional.empty();
            }
            isTaken &= holds.get();
        }
        return Optional.of(isTaken);
    }
}
