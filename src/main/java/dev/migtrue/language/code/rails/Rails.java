package dev.migtrue.language.code.rails;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Chain;
import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Following;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The methods of a migration of Rails. */
final class Rails implements Library {

    private static final Value.Made DIRECTION = new Value.Made(new Value.Named("rails.direction"), Arguments.of());
    private static final Set<String> RUN_AS_IT_STANDS = Set.of(
            "up_only",
            "say_with_time",
            "suppress_messages",
            "safety_assured",
            "transaction",
            "with_lock_retries",
            "tap");
    private static final Set<String> RUNNING =
            Set.of("execute", "exec", "exec_update", "exec_insert", "update", "insert", "delete");
    private static final Set<String> SETTINGS = Set.of(
            ("disable_ddl_transaction! disable_statement_timeout! say puts p pp print raise require require_relative include extend"
                            + " prepend attr_reader attr_writer attr_accessor private public protected private_constant Integer"
                            + " Float String Array Hash format sprintf sleep warn abort lambda proc loop catch throw quote"
                            + " quote_table_name quote_column_name tag milestone restrict_gitlab_migration belongs_to has_many has_one"
                            + " validates delegate scope enum default_scope serialize store set_trace_func connection")
                    .split(" "));
    private static final Set<String> CONNECTIONS =
            Set.of("connection", "lease_connection", "retrieve_connection", "raw_connection");
    private static final Pattern SCHEMA = Pattern.compile(
            "(?:add|create|drop|remove|rename|change|enable|disable|validate|set|execute|exec|insert|update|delete|backfill|with|revert|reset)(?:_.*)?");

    private final Identifiers identifiers;
    private final RailsNames names;
    private final RailsStatements statements;
    private final RailsQuestions questions;

    Rails(Dialect dialect, RailsVersion version) {
        this.identifiers = new Identifiers(dialect);
        this.names = new RailsNames(version);
        this.statements = RailsStatements.of(identifiers, names);
        this.questions = new RailsQuestions(identifiers, names);
    }

    @Override
    public Optional<Outcome> call(Call call) {
        return switch (call.function()) {
            case Value.Member member -> member(member, call);
            case Value.Named named ->
                !named.path().contains(".") || named.path().startsWith("connection.") ? own(call) : model(call);
            default -> Optional.empty();
        };
    }

    private Optional<Outcome> member(Value.Member member, Call call) {
        if (member.of().equals(DIRECTION)) {
            return Optional.of(call.name().equals("up") ? inline(call) : Outcome.NOTHING);
        }
        Optional<String> changed = RailsChange.table(member.of());
        if (changed.isPresent()) {
            RailsChange change = new RailsChange(statements, questions);
            return change.asked(changed.get(), call)
                    .map(Outcome::of)
                    .or(() -> Optional.of(Outcome.of(change.of(changed.get(), call))));
        }
        if (Chain.of(member.of(), RailsTable.BUILDER::equals).root().equals(RailsTable.BUILDER)) {
            return Optional.of(Outcome.of(new Value.Made(member, call.arguments(), Optional.of(call.at()))));
        }
        return switch (member.of()) {
            case Value.Made made -> CONNECTIONS.contains(made.maker()) ? own(call) : model(call);
            case Value.Instance instance -> isMigration(instance) ? own(call) : model(call);
            case Value.Text text -> Optional.empty();
            case Value.Items items -> Optional.empty();
            case Value.Entries entries -> Optional.empty();
            case Value.Listing listing -> Optional.empty();
            default -> model(call);
        };
    }

    private static boolean isMigration(Value.Instance instance) {
        return instance.definition()
                .field("superclasses")
                .filter(from -> from.text().contains("Migration"))
                .isPresent();
    }

    private Optional<Outcome> model(Call call) {
        return call.name().equals("transaction") ? Optional.of(inline(call)) : new RailsModels(identifiers).of(call);
    }

    private Optional<Outcome> own(Call call) {
        Arguments given = call.arguments();
        String name = call.name();
        if (RUNNING.contains(name) || RailsQuestions.isQuery(name)) {
            return given.positional().stream().findFirst().map(sql -> run(sql, call));
        }
        return switch (name) {
            case "create_table" -> given.text(0, "").map(table -> created(table, call));
            case "create_join_table" -> joined(call);
            case "change_table" -> given.text(0, "").map(table -> changed(table, call));
            case "reversible" -> given.function().map(block -> call.following().inline(block, Arguments.of(DIRECTION)));
            case "quote" -> given.get(0, "").flatMap(Execute::quoted).map(text -> Outcome.of(new Value.Text(text)));
            case "quote_table_name", "quote_column_name" ->
                given.text(0, "").map(text -> Outcome.of(new Value.Text(identifiers.of(text))));
            default ->
                questions
                        .of(name, given)
                        .map(Outcome::of)
                        .or(() -> statements.of(name, given, call.at()).map(Outcome::of))
                        .or(() -> other(call));
        };
    }

    /** SQL that is run; what it brings is what it was asked. */
    private static Outcome run(Value sql, Call call) {
        Value answers = Values.text(sql)
                .<Value>map(text -> new Value.Answers(
                        text, call.name().endsWith("_value") ? Value.Answers.Part.CELL : Value.Answers.Part.ROWS))
                .orElse(new Value.Unknown("what a query brings"));
        List<Operation> done = RailsQuestions.isQuery(call.name())
                ? List.of()
                : List.of(call.following().sql(sql));
        return new Outcome(done, answers, false);
    }

    private Optional<Outcome> other(Call call) {
        String name = call.name();
        if (RUN_AS_IT_STANDS.contains(name)) {
            return Optional.of(inline(call));
        }
        boolean isHandedSomething = !call.arguments().positional().isEmpty()
                && call.arguments().function().isEmpty()
                && !name.endsWith("?");
        return (SCHEMA.matcher(name).matches() || isHandedSomething) && !SETTINGS.contains(name)
                ? Optional.of(new Outcome(
                        List.of(RailsStatements.unread(name, call.at())),
                        new Value.Unknown("what '" + name + "' brings"),
                        false))
                : Optional.empty();
    }

    private static Outcome inline(Call call) {
        return call.arguments()
                .function()
                .map(block -> call.following().inline(block, Arguments.of()))
                .orElse(Outcome.NOTHING);
    }

    private static Optional<Following.Followed> block(Call call, Value builder) {
        return call.arguments().function().map(block -> call.following().call(block, builder));
    }

    private static List<Operation> before(Optional<Following.Followed> block) {
        return block.map(followed -> followed.outcome().operations()).orElse(List.of());
    }

    private static List<Following.Said> said(Optional<Following.Followed> block) {
        return block.map(Following.Followed::said).orElse(List.of());
    }

    private Outcome created(String table, Call call) {
        Optional<Following.Followed> block = block(call, RailsTable.BUILDER);
        return Outcome.of(RailsTable.of(identifiers, names, table, call.arguments(), said(block), call.at()))
                .behind(before(block));
    }

    private Optional<Outcome> joined(Call call) {
        Optional<Following.Followed> block = block(call, RailsTable.BUILDER);
        return RailsTable.joining(identifiers, names, call.arguments(), said(block), call.at())
                .map(statements -> Outcome.of(statements).behind(before(block)));
    }

    private Outcome changed(String table, Call call) {
        List<Operation> done = before(block(call, RailsChange.builder(table)));
        boolean isTogether = call.arguments().isTrue("bulk") && RailsStatements.isMysql(identifiers);
        return Outcome.of(isTogether ? RailsChange.together(done, RailsStatements.table(identifiers, table)) : done);
    }
}
