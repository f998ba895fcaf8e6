package dev.migtrue.language.code.rails;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Chain;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Questions;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The statements of a migration of Rails. */
final class Rails implements Library {

    private static final Value.Made DIRECTION = new Value.Made(new Value.Named("rails.direction"), Arguments.of());
    private static final Set<String> RUN_AS_IT_STANDS =
            Set.of("up_only", "say_with_time", "suppress_messages", "safety_assured", "transaction");
    private static final Set<String> SETTINGS =
            Set.of("disable_ddl_transaction!", "disable_statement_timeout!", "say", "puts");
    private static final Pattern SCHEMA = Pattern.compile(
            "(?:add|create|drop|remove|rename|change|enable|disable|validate|set|execute|exec|insert|update|delete|backfill|with|revert|reset)(?:_.*)?");

    private final Identifiers identifiers;

    Rails(Dialect dialect) {
        this.identifiers = new Identifiers(dialect);
    }

    @Override
    public Optional<Outcome> call(Call call) {
        return switch (call.function()) {
            case Value.Member member -> member(member, call);
            case Value.Named named ->
                !named.path().contains(".") || named.path().startsWith("connection.") ? own(call) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Outcome> member(Value.Member member, Call call) {
        if (member.of().equals(DIRECTION)) {
            return Optional.of(call.name().equals("up") ? inline(call) : Outcome.NOTHING);
        }
        return Chain.of(member.of(), RailsTable.BUILDER::equals).root().equals(RailsTable.BUILDER)
                ? Optional.of(Outcome.of(new Value.Made(member, call.arguments(), Optional.of(call.at()))))
                : Optional.empty();
    }

    private Optional<Outcome> own(Call call) {
        Arguments given = call.arguments();
        return switch (call.name()) {
            case "execute" ->
                given.positional().stream()
                        .findFirst()
                        .map(sql -> Outcome.of(call.following().sql(sql)));
            case "create_table" -> given.text(0, "").map(table -> created(table, call));
            case "add_column" -> Optional.of(added(call));
            case "column_exists?" ->
                given.text(0, "")
                        .flatMap(table -> given.text(1, "").map(column -> asked(Questions.column(table, column))));
            case "table_exists?", "data_source_exists?" ->
                given.text(0, "").map(table -> asked(Questions.table(table)));
            case "reversible" -> given.function().map(block -> call.following().inline(block, Arguments.of(DIRECTION)));
            default -> other(call);
        };
    }

    private Optional<Outcome> other(Call call) {
        if (RUN_AS_IT_STANDS.contains(call.name())) {
            return Optional.of(inline(call));
        }
        return SCHEMA.matcher(call.name()).matches() && !SETTINGS.contains(call.name())
                ? Optional.of(Outcome.of(unread(call)))
                : Optional.empty();
    }

    private static Operation unread(Call call) {
        return new Operation.Unrecognized("'" + call.name() + "'", call.at());
    }

    private static Outcome inline(Call call) {
        return call.arguments()
                .function()
                .map(block -> call.following().inline(block, Arguments.of()))
                .orElse(Outcome.NOTHING);
    }

    private static Outcome asked(Value.Question question) {
        return Outcome.of(question);
    }

    private Outcome created(String table, Call call) {
        return call.arguments()
                .function()
                .map(block -> call.following().call(block, RailsTable.BUILDER))
                .map(block -> Outcome.of(RailsTable.of(identifiers, table, call.arguments(), block.said(), call.at()))
                        .behind(block.outcome().operations()))
                .orElseGet(() -> Outcome.of(RailsTable.of(identifiers, table, call.arguments(), List.of(), call.at())));
    }

    private Outcome added(Call call) {
        Arguments given = call.arguments();
        Optional<String> table = given.text(0, "");
        Optional<String> column = given.text(1, "");
        Optional<String> type = given.text(2, "");
        if (table.isEmpty() || column.isEmpty() || type.isEmpty()) {
            return Outcome.of(unread(call));
        }
        String definition = new RailsColumn(identifiers).of(column.get(), type.get(), given);
        String condition = given.isTrue("if_not_exists") ? "IF NOT EXISTS " : "";
        return Outcome.of(new Operation.Called(
                "ALTER TABLE " + identifiers.of(table.get()) + " ADD COLUMN " + condition + definition, call.at()));
    }
}
