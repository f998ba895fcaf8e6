package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.program.Caught;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is tried, and what is done about the errors of it. */
final class Trial {

    private final Language language;
    private final Walk walk;

    Trial(Language language, Walk walk) {
        this.language = language;
        this.walk = walk;
    }

    Outcome run(CodeNode trial, Frame frame, Next next) {
        List<CodeNode> handlers = parts(trial, "except_clause", "except_group_clause");
        List<CodeNode> behind = Stream.concat(
                        parts(trial, "else_clause", "else_clause").stream(),
                        parts(trial, "finally_clause", "finally_clause").stream())
                .flatMap(part -> Walk.block(part, "body").stream())
                .toList();
        List<CodeNode> body = Walk.block(trial, "body");
        if (handlers.isEmpty()) {
            return walk.run(body, frame, next.ending(after -> walk.run(behind, after, next)));
        }
        Outcome tried = walk.run(body, frame, Next.NOTHING);
        Next then = next.ending(after -> walk.run(behind, after, next));
        if (tried.operations().isEmpty()) {
            // Nothing there goes to the database; what it asks is answered.
            return walk.run(body, frame, then);
        }
        Optional<Guard> probe = probe(tried.operations());
        if (probe.isPresent()) {
            Outcome there = walk.run(body, frame.copy(), then).withoutFirst();
            Outcome missing = handled(handlers.getFirst(), frame.copy(), then);
            return Outcome.either(probe.get(), there, missing, trial.span());
        }
        return walk.run(behind, frame, next).behind(attempt(trial, tried, handlers, frame));
    }

    /** A look at a column or a table, which fails where it is not there. */
    private static Optional<Guard> probe(List<Operation> tried) {
        return tried.size() == 1 ? Texts.sql(tried.getFirst()).flatMap(CatalogueQuery::probe) : Optional.empty();
    }

    private static List<CodeNode> parts(CodeNode trial, String kind, String other) {
        return trial.children().stream()
                .filter(part -> part.is(kind) || part.is(other))
                .toList();
    }

    private List<Operation> attempt(CodeNode trial, Outcome tried, List<CodeNode> handlers, Frame frame) {
        List<Operation> all = tried.operations();
        for (CodeNode handler : handlers.reversed()) {
            Caught caught = caught(handler);
            Outcome handled = handled(handler, frame.copy(), Next.NOTHING);
            if (caught == Caught.NONE || handled.isRaised()) {
                continue;
            }
            all = List.of(new Operation.Attempt(all, caught, handled.operations(), trial.span()));
        }
        return all;
    }

    private Outcome handled(CodeNode handler, Frame inside, Next next) {
        errorNames(handler).forEach(name -> inside.scope().set(name, new Value.Caught()));
        return walk.run(Walk.block(handler, "body"), inside, next);
    }

    private static List<String> errorNames(CodeNode handler) {
        List<String> names = new ArrayList<>();
        handler.children().stream()
                .filter(part -> part.is("as_pattern"))
                .flatMap(pattern -> pattern.children().stream().skip(1))
                .forEach(target -> names.add(target.text()));
        handler.field("alias").ifPresent(alias -> names.add(alias.text()));
        return names;
    }

    private Caught caught(CodeNode handler) {
        String errors = handler.children().stream()
                .filter(part -> !part.is("block"))
                .findFirst()
                .map(CodeNode::text)
                .orElse("");
        return language.caught(errors);
    }
}
