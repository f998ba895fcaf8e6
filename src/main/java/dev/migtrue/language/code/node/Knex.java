package dev.migtrue.language.code.node;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Chain;
import dev.migtrue.language.code.follow.Following;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Questions;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.schema.SchemaText;
import dev.migtrue.language.code.schema.Told;
import dev.migtrue.language.code.schema.Transactions;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The calls of Knex: its builders of schemas at once, those of queries once nothing is added to them. */
final class Knex implements Library {

    /** What stands for the connection. */
    static final Value.Made CONNECTION = new Value.Made(new Value.Named("knex"), Arguments.of());

    private static final Value SCHEMA = new Value.Member(CONNECTION, "schema");
    private static final Set<String> HELPERS = Set.of("fn", "client", "context", "userParams", "log", "migrate");

    private static final Pattern CLAUSE =
            Pattern.compile("(?i).*(?:where|join|on|modify|with|select|from|having|union|as|merge)(?:[A-Z].*)?");

    private final SchemaText text;
    private final Transactions transactions;

    Knex(SchemaText text, Mode mode) {
        this.text = text;
        this.transactions = new Transactions(mode, CONNECTION);
    }

    static boolean isRoot(Value value) {
        return value.equals(CONNECTION) || value.equals(SCHEMA);
    }

    @Override
    public Optional<Outcome> call(Call call) {
        if (call.function().equals(CONNECTION)) {
            return Optional.of(made(call));
        }
        if (!(call.function() instanceof Value.Member member)) {
            return Optional.empty();
        }
        Chain chain = Chain.of(member.of(), value -> isRoot(value) || value.equals(KnexTable.BUILDER));
        if (chain.root().equals(KnexTable.BUILDER) || isHelper(chain.root())) {
            return Optional.of(made(call));
        }
        if (chain.root().equals(SCHEMA)) {
            return Optional.of(schema(member.of(), chain, call));
        }
        return chain.root().equals(CONNECTION) ? Optional.of(query(member, call)) : Optional.empty();
    }

    private static Outcome made(Call call) {
        return Outcome.of(new Value.Made(call.function(), call.arguments(), Optional.of(call.at())));
    }

    private static boolean isHelper(Value root) {
        return root instanceof Value.Member member
                && (isHelper(member.of()) || (member.of().equals(CONNECTION) && HELPERS.contains(member.name())));
    }

    private Outcome query(Value.Member member, Call call) {
        if (!member.of().equals(CONNECTION)) {
            boolean isHandedOver = call.arguments().function().isPresent()
                    && !CLAUSE.matcher(call.name()).matches();
            if (isHandedOver) {
                return Told.unread(call);
            }
            return call.name().equals("columnInfo") ? Outcome.of(KnexRows.columns(member.of())) : made(call);
        }
        return switch (call.name()) {
            case "transaction" -> transactions.run(call);
            case "commit", "rollback" -> transactions.ended(call);
            case "on", "once", "destroy", "isCompleted" -> Outcome.NOTHING;
            default -> made(call);
        };
    }

    @Override
    public Optional<Outcome> settled(Value value, Following following) {
        Chain chain = Chain.of(value, Knex::isRoot);
        return chain.root().equals(CONNECTION) && value instanceof Value.Made made && !isRoot(value)
                ? Optional.of(new KnexRows(text).done(chain, made, following))
                : Optional.empty();
    }

    /** @param builder what the method is called on */
    private Outcome schema(Value builder, Chain before, Call call) {
        Arguments given = call.arguments();
        String schema = before.links().stream()
                .filter(link -> link.name().equals("withSchema"))
                .flatMap(link -> link.arguments().text(0, "").stream())
                .map(name -> name + ".")
                .reduce((first, second) -> second)
                .orElse("");
        Optional<String> table = given.text(0, "").map(name -> schema + name);
        if (call.name().equals("raw")) {
            return given.positional().stream()
                    .findFirst()
                    .map(sql -> call.following().query(sql, given.without(1)))
                    .orElseGet(() -> Told.unread(call));
        }
        if (call.name().equals("withSchema")) {
            return made(call);
        }
        if (table.isEmpty()) {
            return Told.unread(call);
        }
        return named(table.get(), call).orElseGet(() -> changed(builder, table.get(), call));
    }

    private static Optional<Outcome> named(String table, Call call) {
        return switch (call.name()) {
            case "hasTable" -> Optional.of(Outcome.of(Questions.table(table)));
            case "hasColumn" -> call.arguments().text(1, "").map(column -> Outcome.of(Questions.column(table, column)));
            default -> Optional.empty();
        };
    }

    /** What is done is done; the builder goes on. */
    private Outcome changed(Value builder, String table, Call call) {
        Optional<Value.Function> block = call.arguments().function();
        List<Operation> done = switch (call.name()) {
            case "dropTable" -> sql(text.drop(SchemaText.When.ALWAYS, table), call);
            case "dropTableIfExists" -> sql(text.drop(SchemaText.When.IF_THERE, table), call);
            case "renameTable" ->
                call.arguments()
                        .text(1, "")
                        .map(to -> sql(text.rename(table, to), call))
                        .orElseGet(() -> Told.unread(call).operations());
            case "createSchema" -> sql("CREATE SCHEMA " + text.name(table), call);
            case "createSchemaIfNotExists" -> sql("CREATE SCHEMA IF NOT EXISTS " + text.name(table), call);
            case "dropSchema" -> sql("DROP SCHEMA " + text.name(table), call);
            case "dropSchemaIfExists" -> sql("DROP SCHEMA IF EXISTS " + text.name(table), call);
            case "createExtension" -> sql("CREATE EXTENSION " + text.name(table), call);
            case "createExtensionIfNotExists" -> sql("CREATE EXTENSION IF NOT EXISTS " + text.name(table), call);
            case "dropView" -> sql("DROP VIEW " + text.name(table), call);
            case "dropViewIfExists" -> sql("DROP VIEW IF EXISTS " + text.name(table), call);
            case "createTable" -> table(block, table, SchemaText.When.ALWAYS, call);
            case "createTableIfNotExists" -> table(block, table, SchemaText.When.UNLESS_THERE, call);
            case "alterTable", "table" ->
                block.map(function -> new KnexTable(text, table).altered(called(function, call)))
                        .orElseGet(() -> Told.unread(call).operations());
            default -> Told.unread(call).operations();
        };
        return Outcome.of(builder).behind(done);
    }

    private List<Operation> table(Optional<Value.Function> block, String table, SchemaText.When when, Call call) {
        return block.map(function -> new KnexTable(text, table).created(when, called(function, call), call.at()))
                .orElseGet(() -> Told.unread(call).operations());
    }

    private static Following.Followed called(Value.Function function, Call call) {
        return call.following().call(function, KnexTable.BUILDER);
    }

    private static List<Operation> sql(String statement, Call call) {
        return List.of(new Operation.Called(statement, call.at()));
    }
}
