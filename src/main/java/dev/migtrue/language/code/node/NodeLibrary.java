package dev.migtrue.language.code.node;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Following;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.javascript.Callbacks;
import dev.migtrue.language.sql.program.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A tool's own calls, before those of the drivers of databases; and what the language does with promises and lists. */
record NodeLibrary(Library tool, Library drivers) implements Library {

    private static final Set<String> OF_PROMISES = Set.of("then", "catch", "finally", "tap");
    private static final Pattern OWN = Pattern.compile("(?:console|Promise|Object|Array|JSON)\\..*|String|#.*|require");
    private static final List<Value> HANDED = List.of(
            Knex.CONNECTION,
            KnexTable.BUILDER,
            TypeOrm.RUNNER,
            Sequelize.INTERFACE,
            PgMigrate.BUILDER,
            Drivers.DATABASE);
    private static final Callbacks CALLBACKS = new Callbacks();

    @Override
    public Optional<Outcome> call(Call call) {
        if (call.function() instanceof Value.Member member && OF_PROMISES.contains(member.name())) {
            Optional<Outcome> settled = settled(member.of(), call.following());
            Value brought = settled.map(Outcome::value).orElse(member.of());
            Call behind =
                    new Call(new Value.Member(brought, member.name()), call.arguments(), call.following(), call.at());
            return Optional.of(CALLBACKS
                    .call(behind)
                    .orElseGet(() -> Outcome.of(brought))
                    .behind(settled.map(Outcome::operations).orElse(List.of())));
        }
        if (call.function().equals(new Value.Named("Promise"))) {
            return call.arguments().function().map(function -> call.following().inline(function, Arguments.of()));
        }
        Optional<Outcome> kept = call.name().equals("push")
                ? settled(new Value.Items(call.arguments().positional()), call.following())
                : Optional.empty();
        if (kept.isPresent()) {
            return kept;
        }
        return tool.call(call)
                .or(() -> drivers.call(call))
                .or(() -> CALLBACKS.call(call))
                .or(() -> unknown(call));
    }

    /** A method of the database that nobody knows, and what is done elsewhere with it. */
    private static Optional<Outcome> unknown(Call call) {
        if (call.function() instanceof Value.Member member && member.of().equals(Drivers.DATABASE)) {
            return Optional.of(Told.unread(call));
        }
        boolean isOwn = call.function() instanceof Value.Named named
                && OWN.matcher(named.path()).matches();
        boolean isHandedOver = call.arguments().positional().stream().anyMatch(HANDED::contains);
        return isHandedOver && !isOwn
                ? Optional.of(Outcome.of(new Operation.Unrecognized("a call of '" + call.name() + "'", call.at())))
                : Optional.empty();
    }

    /** Of several promises, each. */
    @Override
    public Optional<Outcome> settled(Value value, Following following) {
        if (!(value instanceof Value.Items items)) {
            return tool.settled(value, following).or(() -> drivers.settled(value, following));
        }
        List<Operation> done = new ArrayList<>();
        List<Value> brought = new ArrayList<>();
        for (Value one : items.values()) {
            Optional<Outcome> settled = settled(one, following);
            settled.ifPresent(outcome -> done.addAll(outcome.operations()));
            brought.add(settled.map(Outcome::value).orElse(one));
        }
        return done.isEmpty()
                ? Optional.empty()
                : Optional.of(Outcome.of(new Value.Items(brought)).behind(done));
    }
}
