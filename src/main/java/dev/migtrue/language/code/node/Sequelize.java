package dev.migtrue.language.code.node;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Questions;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.schema.Fields;
import dev.migtrue.language.code.schema.RowsText;
import dev.migtrue.language.code.schema.SchemaText;
import dev.migtrue.language.code.schema.SchemaText.When;
import dev.migtrue.language.code.schema.Told;
import dev.migtrue.language.code.schema.Transactions;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Mode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls of the query interface of Sequelize. */
final class Sequelize implements Library {

    /** What stands for the query interface. */
    static final Value.Made INTERFACE = new Value.Made(new Value.Named("sequelize.interface"), Arguments.of());

    /** What stands for what its types are taken from. */
    static final Value TYPES = new Value.Named("Sequelize");

    private static final Set<String> VALUES =
            Set.of("fn", "literal", "col", "cast", "json", "where", "escape", "getDialect", "define");
    private static final Set<String> TRANSACTION = Set.of("commit", "rollback");

    private final SchemaText text;
    private final SequelizeTable tables;
    private final Transactions transactions;

    Sequelize(SchemaText text, Mode mode) {
        this.text = text;
        this.tables = new SequelizeTable(text);
        this.transactions =
                new Transactions(mode, new Value.Made(new Value.Named("sequelize.transaction"), Arguments.of()));
    }

    @Override
    public Optional<Outcome> call(Call call) {
        if (!(call.function() instanceof Value.Member member)) {
            return Optional.empty();
        }
        if (member.of().equals(transactions.handed()) && TRANSACTION.contains(call.name())) {
            return Optional.of(transactions.ended(call));
        }
        if (member.of().equals(new Value.Member(INTERFACE, "sequelize"))) {
            return Optional.of(connection(call));
        }
        if (!member.of().equals(INTERFACE)) {
            return Optional.empty();
        }
        return Optional.of(asked(call).or(() -> done(call)).orElseGet(() -> Told.unread(call)));
    }

    private Outcome connection(Call call) {
        return switch (call.name()) {
            case "query" -> query(call);
            case "transaction" -> transactions.run(call);
            default ->
                VALUES.contains(call.name())
                        ? Outcome.of(new Value.Made(call.function(), call.arguments(), Optional.of(call.at())))
                        : Told.unread(call);
        };
    }

    /** Brings the rows and what is told of them, unless the kind of query is named. */
    private static Outcome query(Call call) {
        Arguments given = call.arguments();
        boolean isTyped = given.get(1, "")
                .map(Fields::of)
                .flatMap(options -> options.get("type"))
                .isPresent();
        Arguments values = given.get(1, "")
                .map(Fields::of)
                .flatMap(options -> options.get("replacements"))
                .map(Arguments::of)
                .orElseGet(Arguments::of);
        return given.positional().stream()
                .findFirst()
                .map(sql -> call.following().query(sql, values))
                .map(done -> isTyped
                        ? done
                        : Outcome.of(new Value.Items(List.of(done.value(), new Value.Unknown("what is told of rows"))))
                                .behind(done.operations()))
                .orElseGet(() -> Told.unread(call));
    }

    private static Optional<Outcome> asked(Call call) {
        Optional<String> table = call.arguments().get(0, "").flatMap(SequelizeTable::name);
        Optional<Value> answer = switch (call.name()) {
            case "showAllTables" ->
                Optional.of(new Value.Listing(ObjectKind.TABLE, Optional.empty(), Value.Listing.Form.NAMES));
            case "describeTable" ->
                table.map(name -> new Value.Listing(ObjectKind.COLUMN, Optional.of(name), Value.Listing.Form.KEYS));
            case "showIndex" ->
                table.map(name -> new Value.Listing(ObjectKind.INDEX, Optional.of(name), Value.Listing.Form.ROWS));
            case "tableExists" -> table.map(Questions::table);
            case "rawSelect",
                    "select",
                    "showConstraint",
                    "getForeignKeyReferencesForTable",
                    "getForeignKeysForTables" -> Optional.of(new Value.Unknown("what the database says"));
            default -> Optional.empty();
        };
        return answer.map(Outcome::of);
    }

    private Optional<Outcome> done(Call call) {
        Arguments given = call.arguments();
        return given.get(0, "").flatMap(SequelizeTable::name).flatMap(table -> switch (call.name()) {
            case "createTable" ->
                given.get(1, "")
                        .flatMap(columns -> tables.created(table, Fields.of(columns), given))
                        .map(sql -> Told.sql(call, sql));
            case "dropTable" -> Optional.of(Told.sql(call, text.drop(When.IF_THERE, table)));
            case "renameTable" ->
                given.get(1, "").flatMap(SequelizeTable::name).map(to -> Told.sql(call, text.rename(table, to)));
            case "removeColumn" -> given.text(1, "").map(column -> removed(table, column, call));
            case "bulkInsert" ->
                given.get(1, "")
                        .flatMap(rows -> new RowsText(text).insert(table, rows, conflict(given)))
                        .map(sql -> Told.sql(call, sql));
            case "bulkDelete" -> Optional.of(Told.sql(call, new RowsText(text).delete(table, where(given.get(1, "")))));
            case "bulkUpdate" ->
                new RowsText(text)
                        .update(table, given.without(1), where(given.get(2, "")))
                        .map(sql -> Told.sql(call, sql));
            default -> tables.changed(table, call).map(sql -> Told.sql(call, sql));
        });
    }

    private static RowsText.Conflict conflict(Arguments given) {
        Fields options = given.get(2, "").map(Fields::of).orElseGet(Fields::none);
        if (options.isTrue("ignoreDuplicates")) {
            return RowsText.Conflict.IGNORED;
        }
        return options.get("updateOnDuplicate").isPresent() ? RowsText.Conflict.MERGED : RowsText.Conflict.REFUSED;
    }

    private static boolean isNothing(Value condition) {
        return switch (condition) {
            case Value.Entries entries -> entries.pairs().isEmpty();
            case Value.None none -> true;
            default -> false;
        };
    }

    private String where(Optional<Value> given) {
        boolean isAll = given.filter(Sequelize::isNothing).isPresent();
        return given.isEmpty() || isAll
                ? ""
                : " WHERE "
                        + new RowsText(text).where(Arguments.of(given.get())).orElse("unknown_condition()");
    }

    /** On SQLite the table is made anew of the columns that are left: one that is not there is not missed. */
    private Outcome removed(String table, String column, Call call) {
        Outcome done = Told.sql(call, text.dropColumn(When.ALWAYS, table, column));
        return text.dialect() == Dialect.SQLITE
                ? Told.guarded(new Guard.Exists(ObjectKind.COLUMN, column, Optional.of(table)), done, call)
                : done;
    }
}
