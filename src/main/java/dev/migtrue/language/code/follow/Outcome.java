package dev.migtrue.language.code.follow;

import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a stretch of code does, and what it hands back.
 *
 * @param isRaised whether it ends in an error of its own
 */
public record Outcome(List<Operation> operations, Value value, boolean isRaised) {

    public static final Outcome NOTHING = new Outcome(List.of(), new Value.None(), false);

    public Outcome {
        operations = List.copyOf(operations);
    }

    public static Outcome of(List<Operation> operations) {
        return new Outcome(operations, new Value.None(), false);
    }

    public static Outcome of(Operation operation) {
        return of(List.of(operation));
    }

    public static Outcome of(Value value) {
        return new Outcome(List.of(), value, false);
    }

    static Outcome raised(Span at) {
        return new Outcome(
                List.of(new Operation.Unrecognized("an error that the code raises", at)), new Value.None(), true);
    }

    /** This behind others. */
    public Outcome behind(List<Operation> before) {
        if (before.isEmpty()) {
            return this;
        }
        List<Operation> all = new ArrayList<>(before);
        all.addAll(operations);
        return new Outcome(all, value, isRaised);
    }

    /** This without its first operation. */
    Outcome withoutFirst() {
        return new Outcome(operations.subList(Math.min(1, operations.size()), operations.size()), value, isRaised);
    }

    /** One of two, as a guard says. */
    static Outcome either(Guard guard, Outcome then, Outcome otherwise, Span at) {
        return new Outcome(
                guarded(guard, then, otherwise, at),
                choice(guard, then.value(), otherwise.value()),
                then.isRaised && otherwise.isRaised);
    }

    private static List<Operation> guarded(Guard guard, Outcome then, Outcome otherwise, Span at) {
        if (then.operations.isEmpty() && otherwise.operations.isEmpty()) {
            return List.of();
        }
        boolean isForPresent = guard instanceof Guard.Exists;
        boolean isSecondFirst = then.operations.isEmpty()
                || then.isRaised
                || (isForPresent && !otherwise.operations.isEmpty() && !otherwise.isRaised);
        // The way that a first run is meant to take stands first.
        return List.of(
                isSecondFirst
                        ? new Operation.Guarded(not(guard), otherwise.operations, then.operations, at)
                        : new Operation.Guarded(guard, then.operations, otherwise.operations, at));
    }

    static Guard not(Guard guard) {
        return guard instanceof Guard.Not negated ? negated.guard() : new Guard.Not(guard);
    }

    private static Value choice(Guard guard, Value then, Value otherwise) {
        if (then.equals(otherwise)) {
            return then;
        }
        if (then instanceof Value.Items one
                && otherwise instanceof Value.Items other
                && one.values().size() == other.values().size()) {
            return new Value.Items(IntStream.range(0, one.values().size())
                    .mapToObj(i ->
                            choice(guard, one.values().get(i), other.values().get(i)))
                    .toList());
        }
        Optional<Guard> yes = guard(then);
        Optional<Guard> no = guard(otherwise);
        if (yes.isEmpty() || no.isEmpty()) {
            return new Value.Unknown("one of two things");
        }
        if (then instanceof Value.Truth truth && otherwise instanceof Value.Truth) {
            return new Value.Question(truth.is() ? guard : not(guard));
        }
        if (then instanceof Value.Truth truth) {
            return new Value.Question(
                    truth.is()
                            ? new Guard.Any(List.of(guard, no.get()))
                            : new Guard.All(List.of(not(guard), no.get())));
        }
        if (otherwise instanceof Value.Truth truth) {
            return new Value.Question(
                    truth.is()
                            ? new Guard.Any(List.of(not(guard), yes.get()))
                            : new Guard.All(List.of(guard, yes.get())));
        }
        return new Value.Unknown("one of two things");
    }

    private static Optional<Guard> guard(Value value) {
        return switch (value) {
            case Value.Truth truth -> Optional.of(new Guard.All(List.of()));
            case Value.Question question -> Optional.of(question.guard());
            default -> Optional.empty();
        };
    }
}
