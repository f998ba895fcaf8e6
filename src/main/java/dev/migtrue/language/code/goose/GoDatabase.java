package dev.migtrue.language.code.goose;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What programs in Go do with a database through {@code database/sql} and its likes, and what they register with goose. */
record GoDatabase(Dialect dialect) implements Library {

    private static final Value.Made CONNECTION = new Value.Made(new Value.Named("go.connection"), Arguments.of());
    private static final Value.Named STATEMENT = new Value.Named("go.statement");
    private static final Value NO_ERROR = new Value.None();

    private static final Set<String> RUNNING =
            Set.of("Exec", "ExecContext", "MustExec", "MustExecContext", "NamedExec", "NamedExecContext");
    private static final Set<String> ASKING = Set.of("Query", "QueryContext", "Queryx", "QueryxContext");
    private static final Set<String> ASKING_ONE =
            Set.of("QueryRow", "QueryRowContext", "QueryRowx", "QueryRowxContext");
    private static final Set<String> PREPARING = Set.of("Prepare", "PrepareContext", "Preparex", "PreparexContext");
    private static final Set<String> CLOSING = Set.of("Close", "Err", "Rollback");
    private static final Set<String> COUNTING = Set.of("RowsAffected", "LastInsertId");
    private static final Pattern REGISTERING = Pattern.compile("Add(?:Named)?Migration(?:NoTx)?(?:Context)?");
    private static final Pattern PLACE = Pattern.compile("\\?|\\$(\\d{1,3})|@p(\\d{1,3})|'[^']*'");

    @Override
    public Optional<Outcome> call(Call call) {
        String name = call.name();
        if (REGISTERING.matcher(name).matches()) {
            return Optional.of(registered(call));
        }
        if (RUNNING.contains(name)) {
            return Optional.of(run(call));
        }
        if (ASKING.contains(name) || ASKING_ONE.contains(name)) {
            return asked(call);
        }
        if (PREPARING.contains(name)) {
            return statement(name, call.arguments())
                    .map(sql -> Outcome.of(
                            new Value.Items(List.of(new Value.Made(STATEMENT, Arguments.of(sql)), NO_ERROR))));
        }
        return other(call);
    }

    private Optional<Outcome> other(Call call) {
        String name = call.name();
        if (CLOSING.contains(name)) {
            return Optional.of(Outcome.of(NO_ERROR));
        }
        if (COUNTING.contains(name)) {
            return Optional.of(Outcome.of(new Value.Items(List.of(new Value.Unknown("a number of rows"), NO_ERROR))));
        }
        boolean isMethod = call.function() instanceof Value.Member;
        if (isMethod && (name.equals("Scan") || name.equals("Next"))) {
            return Optional.of(Outcome.of(((Value.Member) call.function()).of()));
        }
        boolean isOfConnection =
                call.function() instanceof Value.Member member && member.of().equals(CONNECTION);
        if (isOfConnection && (name.startsWith("Begin") || name.equals("Commit"))) {
            return Optional.of(ended(call));
        }
        boolean isHandedOn = call.arguments().positional().contains(CONNECTION);
        if (name.equals("AutoMigrate")) {
            return Optional.of(Outcome.of(new Operation.Unrecognized("the tables of the program's models", call.at())));
        }
        return isHandedOn
                ? Optional.of(new Outcome(
                        List.of(new Operation.Unrecognized("what '" + name + "' does with the database", call.at())),
                        new Value.Unknown("what '" + name + "' brings"),
                        false))
                : Optional.empty();
    }

    private static Outcome ended(Call call) {
        boolean isEnd = call.name().equals("Commit");
        return new Outcome(
                List.of(new Operation.Called(isEnd ? "COMMIT" : "BEGIN", call.at())),
                isEnd ? NO_ERROR : new Value.Items(List.of(CONNECTION, NO_ERROR)),
                false);
    }

    /** The first function is the way up; {@code nil} there does nothing. */
    private static Outcome registered(Call call) {
        Optional<Value> up = call.arguments().positional().stream()
                .filter(value -> Values.text(value).isEmpty())
                .findFirst();
        return up.map(value -> switch (value) {
                    case Value.Function function ->
                        Outcome.of(call.following()
                                .call(function, handed(function))
                                .outcome()
                                .operations());
                    case Value.None none -> Outcome.NOTHING;
                    default -> Outcome.of(new Operation.Unrecognized("a function that another file has", call.at()));
                })
                .orElse(Outcome.NOTHING);
    }

    /** A context comes first, where one does. */
    private static Value[] handed(Value.Function function) {
        long parameters = function.definition()
                .field("parameters")
                .map(list -> (long) list.children().size())
                .orElse(0L);
        return parameters > 1 ? new Value[] {new Value.Unknown("a context"), CONNECTION} : new Value[] {CONNECTION};
    }

    /** The SQL that is handed over, behind a context where the method takes one. */
    private static Optional<Value> statement(String method, Arguments given) {
        return given.get(method.endsWith("Context") ? 1 : 0, "query");
    }

    private static List<Value> values(Arguments given, Value statement) {
        int at = given.positional().indexOf(statement);
        return given.positional().subList(at + 1, given.positional().size());
    }

    private static Outcome run(Call call) {
        Optional<Value> sql = prepared(call.function()).or(() -> statement(call.name(), call.arguments()));
        List<Value> given =
                sql.map(statement -> values(call.arguments(), statement)).orElse(List.of());
        Value result = new Value.Items(List.of(new Value.Unknown("what a statement brings"), NO_ERROR));
        Operation done = sql.map(statement -> call.following().sql(bound(statement, given)))
                .orElseGet(() -> new Operation.Unrecognized("'" + call.name() + "'", call.at()));
        return new Outcome(List.of(done), result, false);
    }

    /** The SQL of a statement that was prepared before. */
    private static Optional<Value> prepared(Value function) {
        return function instanceof Value.Member member
                        && member.of() instanceof Value.Made made
                        && made.function().equals(STATEMENT)
                ? made.arguments().get(0, "query")
                : Optional.empty();
    }

    private static Optional<Outcome> asked(Call call) {
        Optional<Value> given = statement(call.name(), call.arguments());
        return given.map(sql -> {
            boolean isOne = ASKING_ONE.contains(call.name());
            Value answers = Values.text(bound(sql, values(call.arguments(), sql)))
                    .<Value>map(
                            text -> new Value.Answers(text, isOne ? Value.Answers.Part.ROW : Value.Answers.Part.ROWS))
                    .orElse(new Value.Unknown("what a query brings"));
            return Outcome.of(isOne ? answers : new Value.Items(List.of(answers, NO_ERROR)));
        });
    }

    /** A statement with the values that are handed over beside it. */
    private static Value bound(Value statement, List<Value> values) {
        Optional<String> sql = Values.text(statement);
        if (values.isEmpty() || sql.isEmpty()) {
            return statement;
        }
        StringBuilder bound = new StringBuilder();
        Matcher matcher = PLACE.matcher(sql.get());
        int next = 0;
        while (matcher.find()) {
            String number = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            boolean isText = matcher.group().startsWith("'");
            int place = number != null ? Integer.parseInt(number) - 1 : next;
            next += number == null && !isText ? 1 : 0;
            Optional<String> value = !isText && place >= 0 && place < values.size()
                    ? Execute.quoted(values.get(place))
                    : Optional.empty();
            matcher.appendReplacement(bound, Matcher.quoteReplacement(value.orElse(matcher.group())));
        }
        return new Value.Text(matcher.appendTail(bound).toString());
    }
}
