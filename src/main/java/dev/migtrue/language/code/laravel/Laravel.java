package dev.migtrue.language.code.laravel;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Chain;
import dev.migtrue.language.code.follow.Following;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Questions;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.schema.SchemaText;
import dev.migtrue.language.code.schema.SchemaText.When;
import dev.migtrue.language.code.schema.Told;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls of the facade {@code Schema} of Laravel. */
final class Laravel implements Library {

    static final Value SCHEMA = new Value.Named("Schema");

    private static final Set<String> SILENT = Set.of(
            "disableForeignKeyConstraints",
            "enableForeignKeyConstraints",
            "defaultStringLength",
            "morphUsingUuids",
            "getConnection");

    private final SchemaText text;
    private final LaravelRows rows;

    Laravel(SchemaText text, Mode mode) {
        this.text = text;
        this.rows = new LaravelRows(text, mode);
    }

    @Override
    public Optional<Outcome> call(Call call) {
        if (LaravelTable.isPart(call.function())) {
            return Optional.of(made(call));
        }
        if (call.name().equals("getDriverName")) {
            return Optional.of(Outcome.of(new Value.Text(driver())));
        }
        if (!isOf(call.function(), "Schema")) {
            return rows.call(call);
        }
        if (SILENT.contains(call.name()) || call.name().equals("connection")) {
            return Optional.of(made(call));
        }
        if (call.name().equals("withoutForeignKeyConstraints")) {
            return call.arguments().function().map(function -> call.following().inline(function, Arguments.of()));
        }
        return Optional.of(call.arguments()
                .text(0, "table")
                .flatMap(table -> asked(table, call).or(() -> done(table, call)))
                .orElseGet(() -> Told.unread(call)));
    }

    static Outcome made(Call call) {
        return Outcome.of(new Value.Made(call.function(), call.arguments(), Optional.of(call.at())));
    }

    /** Whether a function is of a facade, or of a connection that it was asked for. */
    static boolean isOf(Value function, String facade) {
        return switch (function) {
            case Value.Named named ->
                named.path().startsWith(facade + ".") && named.path().indexOf('.', facade.length() + 1) < 0;
            case Value.Member member ->
                Chain.of(member.of(), value -> false).root().equals(new Value.Named(facade + ".connection"))
                        && member.of() instanceof Value.Made made
                        && made.maker().equals("connection");
            default -> false;
        };
    }

    private String driver() {
        return switch (text.dialect()) {
            case POSTGRESQL -> "pgsql";
            case MYSQL -> "mysql";
            case MARIADB -> "mariadb";
            case SQLITE -> "sqlite";
            case SQL_SERVER -> "sqlsrv";
            default -> text.dialect().name();
        };
    }

    private static Optional<Outcome> asked(String table, Call call) {
        Arguments given = call.arguments();
        Optional<Value> answer = switch (call.name()) {
            case "hasTable" -> Optional.of(Questions.table(table));
            case "hasColumn" -> given.text(1, "column").map(column -> Questions.column(table, column));
            case "hasColumns" ->
                given.texts(1, "columns")
                        .map(columns -> new Value.Question(new Guard.All(columns.stream()
                                .<Guard>map(column -> new Guard.Exists(ObjectKind.COLUMN, column, Optional.of(table)))
                                .toList())));
            case "hasIndex" ->
                given.get(1, "index")
                        .flatMap(index -> LaravelTable.indexName(table, index, "index"))
                        .map(index -> Questions.index(table, index));
            case "getColumnListing" -> Optional.of(listing(ObjectKind.COLUMN, table, Value.Listing.Form.NAMES));
            case "getColumns" -> Optional.of(listing(ObjectKind.COLUMN, table, Value.Listing.Form.ROWS));
            case "getIndexes" -> Optional.of(listing(ObjectKind.INDEX, table, Value.Listing.Form.ROWS));
            case "getIndexListing" -> Optional.of(listing(ObjectKind.INDEX, table, Value.Listing.Form.NAMES));
            case "getForeignKeys" -> Optional.of(listing(ObjectKind.CONSTRAINT, table, Value.Listing.Form.ROWS));
            case "getColumnType" -> Optional.of(new Value.Unknown("what the database says"));
            default -> Optional.empty();
        };
        return answer.map(Outcome::of);
    }

    private static Value listing(ObjectKind kind, String table, Value.Listing.Form form) {
        return new Value.Listing(kind, Optional.of(table), form);
    }

    private Optional<Outcome> done(String table, Call call) {
        Arguments given = call.arguments();
        Optional<Value.Function> block = given.function();
        return switch (call.name()) {
            case "create" -> block.map(function -> created(table, function, call));
            case "table" -> block.map(function -> altered(table, function, call));
            case "drop" -> Optional.of(Told.sql(call, text.drop(When.ALWAYS, table)));
            case "dropIfExists" -> Optional.of(Told.sql(call, text.drop(When.IF_THERE, table)));
            case "rename" -> given.text(1, "to").map(to -> Told.sql(call, text.rename(table, to)));
            case "dropColumns" ->
                given.texts(1, "columns")
                        .map(columns -> Told.sql(
                                call,
                                columns.stream()
                                        .map(column -> text.dropColumn(When.ALWAYS, table, column))
                                        .toList()));
            case "whenTableHasColumn" ->
                given.text(1, "")
                        .flatMap(column -> block.map(
                                function -> Told.guarded(there(table, column), altered(table, function, call), call)));
            case "whenTableDoesntHaveColumn" ->
                given.text(1, "")
                        .flatMap(column -> block.map(function -> Told.guarded(
                                new Guard.Not(there(table, column)), altered(table, function, call), call)));
            default -> Optional.empty();
        };
    }

    private static Guard there(String table, String column) {
        return new Guard.Exists(ObjectKind.COLUMN, column, Optional.of(table));
    }

    private Outcome created(String table, Value.Function block, Call call) {
        Following.Followed followed = call.following().call(block, LaravelTable.BUILDER);
        return Outcome.of(new LaravelTable(text, table).created(followed, call.at()));
    }

    private Outcome altered(String table, Value.Function block, Call call) {
        Following.Followed followed = call.following().call(block, LaravelTable.BUILDER);
        List<Operation> all = new ArrayList<>(new LaravelTable(text, table).altered(followed));
        return Outcome.of(all);
    }
}
