package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One reading of a module: what is asked of it, and how far it has come. */
final class Reading {

    /** Calls inside calls; beyond it, what is called is not looked into. */
    private static final int DEEPEST = 25;

    /** Statements in all, those of loops and calls counted each time. */
    private static final int MOST = 10_000;

    private final Language language;
    private final Dialect dialect;
    private final Library library;
    private final Deque<CodeNode> running = new ArrayDeque<>();
    private Sayings sayings = new Sayings();
    private int statements;

    Reading(Language language, Dialect dialect, Library library) {
        this.language = language;
        this.dialect = dialect;
        this.library = library;
    }

    Language language() {
        return language;
    }

    /** Where what is said goes now. */
    Sayings sayings() {
        return sayings;
    }

    Dialect dialect() {
        return dialect;
    }

    Library library() {
        return library;
    }

    /** Why a statement is not followed; absent where it is. */
    Optional<Operation> obstacle(CodeNode statement) {
        if (statement.is("ERROR")) {
            return Optional.of(new Operation.Unrecognized(
                    "what is no " + language.notation().name(), statement.span()));
        }
        return statements++ < MOST
                ? Optional.empty()
                : Optional.of(new Operation.Unrecognized("more than is followed", statement.span()));
    }

    Walk walk() {
        return new Walk(this);
    }

    /** What an expression stands for; what it does on the way is added to {@code done}. */
    Value value(CodeNode expression, Frame frame, List<Operation> done) {
        return new Expressions(this, frame, done).value(expression);
    }

    /** What a value brings once no call is added to it; what it does then is added to {@code done}. */
    Value settled(Value value, Following following, List<Operation> done) {
        Optional<Outcome> settled = library.settled(value, following);
        settled.ifPresent(outcome -> done.addAll(outcome.operations()));
        return settled.map(Outcome::value).orElse(value);
    }

    /** What a loop takes one after the other: of a cursor, what its last query brings. */
    Value rows(CodeNode expression, Frame frame, List<Operation> done) {
        Value value = value(expression, frame, done);
        Value rows = frame.scope().get(Execute.rowsOf(expression.text())).orElse(value);
        return rows instanceof Value.Answers answers
                ? CatalogueQuery.listing(answers.sql())
                        .<Value>map(listing -> listing)
                        .orElse(rows)
                : rows;
    }

    /** Runs a function for whoever hands values to it. */
    Following.Followed follow(Value.Function function, Arguments arguments, Frame from, Span at) {
        return apart(() -> call(function, arguments, from, at));
    }

    /** Follows something, and keeps apart what it says. */
    Following.Followed apart(Supplier<Outcome> followed) {
        Sayings around = sayings;
        Sayings own = new Sayings();
        sayings = own;
        try {
            return new Following.Followed(followed.get(), own.all());
        } finally {
            sayings = around;
        }
    }

    /** Runs a function of the module. */
    Outcome call(Value.Function function, Arguments arguments, Frame from, Span at) {
        if (from.depth() >= DEEPEST || running.contains(function.definition())) {
            return Outcome.of(new Operation.Unrecognized("a function that calls itself", at));
        }
        List<String> handed = Stream.concat(arguments.positional().stream(), arguments.keywords().values().stream())
                .flatMap(value -> Values.text(value).stream())
                .filter(text -> !text.isBlank())
                .toList();
        Frame inside = from.called(function.scope().inner(), handed, at);
        running.push(function.definition());
        try {
            new Parameters(this, inside).bind(function, arguments);
            Optional<CodeNode> body = function.definition().field("body");
            if (function.definition().is("lambda")
                    && body.filter(part -> !part.is("block")).isPresent()) {
                List<Operation> done = new ArrayList<>();
                Value brought = settled(
                        new Expressions(this, inside, done).run(body.get()),
                        new CallFollowing(this, inside, body.get(), Calls.Use.VALUE),
                        done);
                sayings.add(brought, body.get());
                return new Outcome(done, brought, false);
            }
            return walk().run(Walk.block(function.definition(), "body"), inside, Next.NOTHING);
        } finally {
            running.pop();
        }
    }
}
