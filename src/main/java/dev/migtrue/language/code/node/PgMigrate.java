package dev.migtrue.language.code.node;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.schema.SchemaText;
import dev.migtrue.language.code.schema.SchemaText.Index;
import dev.migtrue.language.code.schema.SchemaText.When;
import dev.migtrue.language.sql.program.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls of node-pg-migrate. */
final class PgMigrate implements Library {

    /** What stands for the builder of migrations. */
    static final Value.Made BUILDER = new Value.Made(new Value.Named("pgm"), Arguments.of());

    private static final Set<String> VALUES = Set.of("func", "toPgLiteral");
    private static final Set<String> SILENT = Set.of("noTransaction", "setShorthands");

    private final SchemaText text;
    private final PgMigrateColumns columns;

    PgMigrate(SchemaText text, Mode mode) {
        this.text = text;
        this.columns = new PgMigrateColumns(text);
    }

    @Override
    public Optional<Outcome> call(Call call) {
        if (!(call.function() instanceof Value.Member member) || !member.of().equals(BUILDER)) {
            return Optional.empty();
        }
        if (SILENT.contains(call.name())) {
            return Optional.of(Outcome.NOTHING);
        }
        if (VALUES.contains(call.name())) {
            return Optional.of(Outcome.of(new Value.Made(call.function(), call.arguments(), Optional.of(call.at()))));
        }
        Arguments given = call.arguments();
        if (call.name().equals("sql")) {
            return given.positional().stream()
                    .findFirst()
                    .map(sql -> call.following().query(sql, Arguments.of()));
        }
        return Optional.of(given.get(0, "")
                .flatMap(PgMigrateColumns::name)
                .flatMap(name -> statements(name, call))
                .map(sql -> Told.sql(call, sql))
                .orElseGet(() -> Told.unread(call)));
    }

    private static Fields options(Arguments given, int place) {
        return given.get(place, "").map(Fields::of).orElseGet(Fields::none);
    }

    private static When unless(Fields options) {
        return options.isTrue("ifNotExists") ? When.UNLESS_THERE : When.ALWAYS;
    }

    private static When only(Fields options) {
        return options.isTrue("ifExists") ? When.IF_THERE : When.ALWAYS;
    }

    private Optional<List<String>> statements(String name, Call call) {
        Arguments given = call.arguments();
        Fields second = options(given, 1);
        Fields third = options(given, 2);
        return switch (call.name()) {
            case "createTable" ->
                columns.of(second).map(parts -> List.of(text.create(unless(third), name, constrained(parts, third))));
            case "dropTable" -> one(text.drop(only(second), name));
            case "renameTable" ->
                given.get(1, "").flatMap(PgMigrateColumns::name).map(to -> List.of(text.rename(name, to)));
            case "addColumns", "addColumn" ->
                columns.of(second)
                        .map(parts -> parts.stream()
                                .map(column -> text.addColumn(unless(third), name, column))
                                .toList());
            case "dropColumns", "dropColumn" ->
                PgMigrateColumns.names(given.get(1, ""))
                        .map(dropped -> dropped.stream()
                                .map(column -> text.dropColumn(only(third), name, column))
                                .toList());
            case "renameColumn" ->
                given.text(1, "")
                        .flatMap(from -> given.text(2, "").map(to -> List.of(text.renameColumn(name, from, to))));
            case "alterColumn" -> given.text(1, "").flatMap(column -> altered(name, column, third));
            case "createIndex", "addIndex" -> index(name, given, third);
            case "dropIndex" ->
                indexName(name, given, third).map(index -> List.of(text.dropIndex(only(third), index, name)));
            case "dropConstraint" -> given.text(1, "").map(key -> List.of(text.dropConstraint(only(third), name, key)));
            case "addConstraint", "createConstraint" -> constraint(name, given);
            default -> other(name, call, second);
        };
    }

    private static List<String> constrained(List<String> parts, Fields options) {
        List<String> all = new ArrayList<>(parts);
        Fields constraints = options.get("constraints").map(Fields::of).orElseGet(Fields::none);
        PgMigrateColumns.constraints(constraints).forEach(all::add);
        return all;
    }

    private Optional<List<String>> other(String name, Call call, Fields options) {
        String unless = options.isTrue("ifNotExists") ? "IF NOT EXISTS " : "";
        String only = options.isTrue("ifExists") ? "IF EXISTS " : "";
        return switch (call.name()) {
            case "createExtension", "addExtension" -> one("CREATE EXTENSION " + unless + text.name(name));
            case "dropExtension" -> one("DROP EXTENSION " + only + text.name(name));
            case "createSchema" -> one("CREATE SCHEMA " + unless + text.name(name));
            case "dropSchema" -> one("DROP SCHEMA " + only + text.name(name));
            case "createType", "addType" ->
                call.arguments()
                        .texts(1, "")
                        .map(labels -> List.of("CREATE TYPE " + text.name(name) + " AS ENUM ("
                                + String.join(
                                        ", ",
                                        labels.stream()
                                                .map(label -> "'" + label + "'")
                                                .toList()) + ")"));
            case "dropType" -> one("DROP TYPE " + only + text.name(name));
            case "addTypeValue" ->
                call.arguments()
                        .text(1, "")
                        .map(value -> List.of("ALTER TYPE " + text.name(name) + " ADD VALUE "
                                + (options(call.arguments(), 2).isTrue("ifNotExists") ? "IF NOT EXISTS " : "") + "'"
                                + value + "'"));
            case "dropView" -> one("DROP VIEW " + only + text.name(name));
            case "dropMaterializedView" -> one("DROP MATERIALIZED VIEW " + only + text.name(name));
            case "dropSequence" -> one("DROP SEQUENCE " + only + text.name(name));
            case "createSequence" -> one("CREATE SEQUENCE " + unless + text.name(name));
            case "createView" ->
                call.arguments()
                        .text(2, "")
                        .map(query -> List.of("CREATE " + (options.isTrue("replace") ? "OR REPLACE " : "") + "VIEW "
                                + text.name(name) + " AS " + query));
            default -> Optional.empty();
        };
    }

    private static Optional<List<String>> one(String sql) {
        return Optional.of(List.of(sql));
    }

    private Optional<List<String>> altered(String table, String column, Fields options) {
        List<String> all = new ArrayList<>();
        options.get("default")
                .ifPresent(value -> all.add(text.alterColumn(
                        table,
                        column,
                        value instanceof Value.None
                                ? "DROP DEFAULT"
                                : "SET DEFAULT " + PgMigrateColumns.written(value))));
        options.text("type").ifPresent(type -> all.add(text.alterColumn(table, column, "TYPE " + type)));
        if (options.isTrue("notNull")) {
            all.add(text.alterColumn(table, column, "SET NOT NULL"));
        }
        if (options.isFalse("notNull") || options.isTrue("allowNull")) {
            all.add(text.alterColumn(table, column, "DROP NOT NULL"));
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private Optional<String> indexName(String table, Arguments given, Fields options) {
        String bare = table.substring(table.lastIndexOf('.') + 1);
        return options.text("name")
                .or(() -> PgMigrateColumns.names(given.get(1, ""))
                        .map(columnNames ->
                                bare + "_" + String.join("_", columnNames).replaceAll("\\W+", "_")
                                        + (options.isTrue("unique") ? "_unique" : "") + "_index"));
    }

    private Optional<List<String>> index(String table, Arguments given, Fields options) {
        return indexName(table, given, options)
                .flatMap(name -> PgMigrateColumns.names(given.get(1, ""))
                        .map(columnNames -> text.index(
                                options.isTrue("unique") ? Index.UNIQUE : Index.PLAIN,
                                unless(options),
                                name,
                                table,
                                text.list(columnNames)))
                        .map(sql -> options.isTrue("concurrently")
                                ? sql.replaceFirst("INDEX ", "INDEX CONCURRENTLY ")
                                : sql)
                        .map(List::of));
    }

    private Optional<List<String>> constraint(String table, Arguments given) {
        Optional<String> name = given.text(1, "");
        Optional<Value> what = given.get(2, "");
        Optional<List<String>> written = what.flatMap(value -> value instanceof Value.Text sql
                ? Optional.of(List.of(sql.value()))
                : Optional.of(PgMigrateColumns.constraints(Fields.of(value))).filter(all -> !all.isEmpty()));
        return written.map(all -> all.stream()
                .map(definition -> text.alter(table) + "ADD "
                        + name.map(known -> text.constraint(known, definition)).orElse(definition))
                .toList());
    }
}
