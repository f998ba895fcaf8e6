package dev.migtrue.language.code.javascript;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.program.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What methods of promises, of lists and of what a query lists do with a function that is handed over. */
public final class Callbacks implements Library {

    private static final Set<String> BEHIND = Set.of("then", "finally", "tap");
    private static final Set<String> EACH = Set.of("forEach", "map", "flatMap", "each", "mapSeries");
    private static final Set<String> FINDING = Set.of("some", "find", "filter", "findIndex", "any");
    private static final Set<String> OVER = Set.of("Promise.map", "Promise.each", "Promise.mapSeries");

    /** Whether a method of this name is handed a function. */
    static boolean isMethod(String name) {
        return BEHIND.contains(name) || EACH.contains(name) || FINDING.contains(name) || name.equals("catch");
    }

    @Override
    public Optional<Outcome> call(Call call) {
        Optional<Value.Function> given = call.arguments().function();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        return switch (call.function()) {
            case Value.Member member -> method(member, given.get(), call);
            case Value.Named named ->
                OVER.contains(named.path())
                        ? call.arguments().positional().stream()
                                .findFirst()
                                .flatMap(over -> each(over, given.get(), call))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Outcome> method(Value.Member member, Value.Function given, Call call) {
        if (BEHIND.contains(member.name())) {
            Value.Function first =
                    call.arguments().positional().getFirst() instanceof Value.Function then ? then : given;
            return Optional.of(call.following().inline(first, Arguments.of(member.of())));
        }
        if (member.name().equals("catch")) {
            return Optional.of(Outcome.of(member.of()));
        }
        if (EACH.contains(member.name())) {
            return each(member.of(), given, call);
        }
        return FINDING.contains(member.name()) ? found(member.of(), given, call) : Optional.empty();
    }

    private static Optional<Outcome> each(Value over, Value.Function given, Call call) {
        if (over instanceof Value.Listing listing) {
            Outcome one = call.following().inline(given, Arguments.of(element(listing)));
            Value brought = one.value() instanceof Value.NameOf
                    ? new Value.Listing(listing.kind(), listing.on(), Value.Listing.Form.NAMES)
                    : new Value.Unknown("a list that is made of another");
            return Optional.of(repeated(one.operations(), brought, call));
        }
        Optional<List<Value>> elements =
                over instanceof Value.Items items ? Optional.of(items.values()) : Optional.empty();
        if (elements.isEmpty()) {
            Outcome one = call.following()
                    .call(given, new Value.Unknown("one of many"), new Value.Unknown("a number"))
                    .outcome();
            return Optional.of(repeated(one.operations(), new Value.Unknown("a list that is made of another"), call));
        }
        List<Operation> done = new ArrayList<>();
        List<Value> brought = new ArrayList<>();
        for (Value element : elements.get()) {
            Outcome one = call.following()
                    .inline(given, Arguments.of(element, new Value.Numeral(String.valueOf(brought.size()))));
            done.addAll(one.operations());
            brought.add(one.value());
        }
        return Optional.of(Outcome.of(new Value.Items(brought)).behind(done));
    }

    private static Outcome repeated(List<Operation> operations, Value brought, Call call) {
        return Outcome.of(brought)
                .behind(operations.isEmpty() ? List.of() : List.of(new Operation.Repeated(operations, call.at())));
    }

    /** Whether something of this name is listed. */
    private static Optional<Outcome> found(Value of, Value.Function given, Call call) {
        if (of instanceof Value.Listing listing) {
            Value asked = call.following()
                    .inline(given, Arguments.of(element(listing)))
                    .value();
            return Optional.of(Outcome.of(
                    asked instanceof Value.Matches || asked instanceof Value.Question
                            ? asked
                            : new Value.Unknown("what is found among what is there")));
        }
        if (!(of instanceof Value.Items items)) {
            return Optional.empty();
        }
        List<Value> kept = new ArrayList<>();
        for (Value element : items.values()) {
            Optional<Boolean> is = Values.truth(
                    call.following().inline(given, Arguments.of(element)).value());
            if (is.isEmpty()) {
                return Optional.empty();
            }
            if (is.get()) {
                kept.add(element);
            }
        }
        return Optional.of(Outcome.of(
                switch (call.name()) {
                    case "filter" -> new Value.Items(kept);
                    case "some", "any" -> new Value.Truth(!kept.isEmpty());
                    case "find" -> kept.isEmpty() ? new Value.None() : kept.getFirst();
                    default -> new Value.Unknown("a place in a list");
                }));
    }

    private static Value element(Value.Listing listing) {
        return listing.form() == Value.Listing.Form.ROWS ? new Value.Element(listing) : new Value.NameOf(listing);
    }
}
