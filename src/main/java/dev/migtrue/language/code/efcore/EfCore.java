package dev.migtrue.language.code.efcore;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Chain;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Operation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The methods of the builder that a migration of Entity Framework Core is handed. */
final class EfCore implements Library {

    /** What stands for it. */
    static final Value.Made BUILDER = new Value.Made(new Value.Named("ef.migration"), Arguments.of());

    /** What operations bring, on which no more than their notes are set. */
    private static final Value.Made OPERATION = new Value.Made(new Value.Named("ef.operation"), Arguments.of());

    private static final String EXTENSION = "Npgsql:PostgresExtension:";
    private static final Pattern FLUENT =
            Pattern.compile("(?:Create|Alter|Delete|Rename|Insert|Update|Execute|IfDatabase)\\.\\w+");

    private final Identifiers identifiers;
    private final EfOperations operations;

    EfCore(Dialect dialect) {
        this.identifiers = new Identifiers(dialect);
        this.operations = new EfOperations(new EfNames(identifiers));
    }

    @Override
    public Optional<Outcome> call(Call call) {
        if (call.function() instanceof Value.Named named) {
            return fluent(named, call).or(() -> handedOn(call));
        }
        if (!(call.function() instanceof Value.Member member)) {
            return Optional.empty();
        }
        if (member.of().equals(BUILDER)) {
            return Optional.of(done(call));
        }
        if (member.of().equals(OPERATION)) {
            return Optional.of(noted(call));
        }
        boolean isOfBuilder = Chain.of(member.of(), BUILDER::equals).root() instanceof Value.Member of
                && of.of().equals(BUILDER);
        if (isOfBuilder) {
            return Optional.of(Outcome.of(unread(call)));
        }
        return Chain.of(member.of(), EfTable.TABLE::equals).root().equals(EfTable.TABLE)
                ? Optional.of(Outcome.of(new Value.Made(member, call.arguments(), Optional.of(call.at()))))
                : handedOn(call);
    }

    private static Operation unread(Call call) {
        return new Operation.Unrecognized("'" + call.name() + "'", call.at());
    }

    private static Outcome outcome(List<Operation> done) {
        return new Outcome(done, OPERATION, false);
    }

    private Outcome done(Call call) {
        Optional<Value> asked = operations.asked(call.name());
        if (asked.isPresent()) {
            return Outcome.of(asked.get());
        }
        return switch (call.name()) {
            case "Sql" -> outcome(sql(call));
            case "CreateTable" ->
                outcome(EfTable.of(new EfNames(identifiers), call).orElseGet(() -> List.of(unread(call))));
            // What they change are notes, which stand behind.
            case "AlterDatabase", "AlterTable" -> outcome(List.of());
            default ->
                outcome(operations.of(call.name(), call.arguments(), call.at()).orElseGet(() -> List.of(unread(call))));
        };
    }

    private static List<Operation> sql(Call call) {
        Operation run =
                call.arguments().get(0, "sql").map(call.following()::sql).orElseGet(() -> unread(call));
        boolean isOutside = call.arguments().isTrue("suppressTransaction")
                || call.arguments()
                        .get(1, "suppressTransaction")
                        .filter(new Value.Truth(true)::equals)
                        .isPresent();
        return isOutside
                ? List.of(new Operation.Called("COMMIT", call.at()), run, new Operation.Called("BEGIN", call.at()))
                : List.of(run);
    }

    /** A note on an operation; those of extensions and types of PostgreSQL are operations themselves. */
    private Outcome noted(Call call) {
        String note = call.arguments().text(0, "name").orElse("");
        if (!call.name().equals("Annotation") || identifiers.dialect() != Dialect.POSTGRESQL) {
            return Outcome.of(OPERATION);
        }
        if (note.startsWith(EXTENSION)) {
            String extension = note.substring(note.lastIndexOf(':') + 1);
            return outcome(List.of(
                    new Operation.Called("CREATE EXTENSION IF NOT EXISTS " + identifiers.of(extension), call.at())));
        }
        return note.startsWith("Npgsql:Enum")
                ? outcome(List.of(new Operation.Unrecognized("an enumeration of the model", call.at())))
                : Outcome.of(OPERATION);
    }

    /** FluentMigrator's ways, of which SQL alone is understood. */
    private static Optional<Outcome> fluent(Value.Named named, Call call) {
        if (!FLUENT.matcher(named.path()).matches()) {
            return Optional.empty();
        }
        Optional<Value> sql = call.arguments()
                .get(0, "sqlStatement")
                .filter(value -> Values.text(value).isPresent());
        return Optional.of(Outcome.of(
                named.path().equals("Execute.Sql") && sql.isPresent()
                        ? call.following().sql(sql.get())
                        : new Operation.Unrecognized("'" + named.path() + "'", call.at())));
    }

    /** A method of another file that is handed the builder may do anything with it. */
    private static Optional<Outcome> handedOn(Call call) {
        return call.arguments().positional().contains(BUILDER)
                        || call.arguments().keywords().containsValue(BUILDER)
                ? Optional.of(Outcome.of(
                        new Operation.Unrecognized("what '" + call.name() + "' does with the migration", call.at())))
                : Optional.empty();
    }
}
