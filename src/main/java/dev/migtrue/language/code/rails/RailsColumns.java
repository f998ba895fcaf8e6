package dev.migtrue.language.code.rails;

import static java.util.Map.entry;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.code.rails.RailsStatements.Maker;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Statements about columns. */
record RailsColumns(Identifiers identifiers) {

    private static final List<String> TIMES = List.of("created_at", "updated_at");

    Map<String, Maker> makers() {
        return Map.ofEntries(
                entry("add_column", this::added),
                entry("add_columns", this::severalAdded),
                entry("add_timestamps", this::timesAdded),
                entry("remove_column", this::removed),
                entry("remove_columns", this::severalRemoved),
                entry("remove_timestamps", this::timesRemoved),
                entry("rename_column", this::renamed),
                entry("change_column", this::changed),
                entry("change_column_default", this::defaulted),
                entry("change_column_null", this::required),
                entry("change_column_comment", this::commented));
    }

    private static Optional<List<Operation>> ofTable(
            Arguments given, Function<String, Optional<List<Operation>>> made) {
        return given.text(0, "table_name").flatMap(made);
    }

    private String alter(String table) {
        return "ALTER TABLE " + RailsStatements.table(identifiers, table) + " ";
    }

    private Optional<List<Operation>> added(Arguments given, Span at) {
        Optional<String> type = given.text(2, "type");
        return ofTable(
                given,
                table -> given.text(1, "column_name")
                        .flatMap(column -> type.map(kind -> add(table, column, kind, given, at))));
    }

    private List<Operation> add(String table, String column, String type, Arguments given, Span at) {
        String sql = alter(table) + "ADD COLUMN " + new RailsColumn(identifiers).of(column, type, given);
        return RailsStatements.unlessThere(
                given, ObjectKind.COLUMN, column, table, List.of(new Operation.Called(sql, at)), at);
    }

    private Optional<List<Operation>> severalAdded(Arguments given, Span at) {
        Optional<String> type = RailsStatements.text(given, "type");
        return ofTable(
                given,
                table -> type.flatMap(kind -> RailsStatements.words(given.without(1))
                        .map(columns -> columns.stream()
                                .flatMap(column -> add(table, column, kind, given, at).stream())
                                .toList())));
    }

    private Optional<List<Operation>> timesAdded(Arguments given, Span at) {
        Arguments whole = given.keyword("null").isPresent() ? given : given.with("null", new Value.Truth(false));
        return ofTable(
                given,
                table -> Optional.of(TIMES.stream()
                        .flatMap(column -> add(table, column, "datetime", whole, at).stream())
                        .toList()));
    }

    private Optional<List<Operation>> removed(Arguments given, Span at) {
        return ofTable(given, table -> given.text(1, "column_name").map(column -> drop(table, column, given, at)));
    }

    private List<Operation> drop(String table, String column, Arguments given, Span at) {
        String sql = alter(table) + "DROP COLUMN " + identifiers.of(column);
        return RailsStatements.ifThere(
                given, ObjectKind.COLUMN, column, table, List.of(new Operation.Called(sql, at)), at);
    }

    private Optional<List<Operation>> severalRemoved(Arguments given, Span at) {
        return ofTable(
                given,
                table -> RailsStatements.words(given.without(1))
                        .filter(columns -> !columns.isEmpty())
                        .map(columns -> dropped(table, columns, given, at)));
    }

    private List<Operation> dropped(String table, List<String> columns, Arguments given, Span at) {
        boolean isOne = identifiers.dialect() == Dialect.POSTGRESQL || RailsStatements.isMysql(identifiers);
        if (given.isTrue("if_exists") || !isOne) {
            return columns.stream()
                    .flatMap(column -> drop(table, column, given, at).stream())
                    .toList();
        }
        return List.of(new Operation.Called(
                alter(table)
                        + columns.stream()
                                .map(column -> "DROP COLUMN " + identifiers.of(column))
                                .collect(Collectors.joining(", ")),
                at));
    }

    private Optional<List<Operation>> timesRemoved(Arguments given, Span at) {
        return ofTable(given, table -> Optional.of(dropped(table, TIMES.reversed(), given, at)));
    }

    private Optional<List<Operation>> renamed(Arguments given, Span at) {
        return ofTable(
                given,
                table -> given.text(1, "")
                        .flatMap(old -> given.text(2, "")
                                .flatMap(now -> RailsStatements.one(
                                        alter(table) + "RENAME COLUMN " + identifiers.of(old) + " TO "
                                                + identifiers.of(now),
                                        at))));
    }

    private Optional<List<Operation>> changed(Arguments given, Span at) {
        Optional<String> type = given.text(2, "type");
        return ofTable(
                given,
                table -> given.text(1, "").flatMap(column -> type.map(kind -> change(table, column, kind, given, at))));
    }

    private List<Operation> change(String table, String column, String type, Arguments given, Span at) {
        String name = identifiers.of(column);
        return switch (identifiers.dialect()) {
            case MYSQL, MARIADB ->
                List.of(new Operation.Called(
                        alter(table) + "MODIFY " + new RailsColumn(identifiers).of(column, type, given), at));
            // The table is made anew, with the column as it is wanted: twice is as good as once.
            case SQLITE -> List.of();
            case SQL_SERVER ->
                List.of(new Operation.Called(
                        alter(table) + "ALTER COLUMN " + name + " "
                                + new RailsType(identifiers.dialect()).of(type, given),
                        at));
            default -> List.of(new Operation.Called(alter(table) + changes(name, type, given), at));
        };
    }

    private String changes(String name, String type, Arguments given) {
        String column = "ALTER COLUMN " + name;
        List<String> parts = new ArrayList<>();
        String using =
                RailsStatements.text(given, "using").map(sql -> " USING " + sql).orElse("");
        parts.add(column + " TYPE " + new RailsType(identifiers.dialect()).of(type, given) + using);
        given.keyword("default").ifPresent(value -> parts.add(column + standard(value)));
        given.keyword("null")
                .ifPresent(value -> parts.add(
                        column + (value.equals(new Value.Truth(false)) ? " SET NOT NULL" : " DROP NOT NULL")));
        return String.join(", ", parts);
    }

    private static String standard(Value value) {
        return value instanceof Value.None ? " DROP DEFAULT" : " SET DEFAULT " + RailsColumn.written(value);
    }

    private Optional<List<Operation>> defaulted(Arguments given, Span at) {
        Optional<Value> value = given.keyword("to")
                .or(() -> given.get(2, "default"))
                .map(now ->
                        now instanceof Value.Entries change ? change.get("to").orElse(now) : now);
        return ofTable(
                given,
                table -> given.text(1, "")
                        .flatMap(column -> value.flatMap(now -> altered(table, column, standard(now), at))));
    }

    private Optional<List<Operation>> required(Arguments given, Span at) {
        Optional<String> column = given.text(1, "");
        boolean isRequired =
                given.get(2, "null").filter(new Value.Truth(false)::equals).isPresent();
        Optional<String> filled =
                given.get(3, "default").flatMap(Execute::quoted).filter(value -> isRequired);
        return ofTable(
                given,
                table ->
                        column.flatMap(name -> altered(table, name, isRequired ? " SET NOT NULL" : " DROP NOT NULL", at)
                                .map(altering -> filled.map(value -> filledFirst(table, name, value, altering, at))
                                        .orElse(altering))));
    }

    private List<Operation> filledFirst(String table, String column, String value, List<Operation> behind, Span at) {
        List<Operation> all = new ArrayList<>();
        String name = identifiers.of(column);
        all.add(new Operation.Called(
                "UPDATE " + RailsStatements.table(identifiers, table) + " SET " + name + " = " + value + " WHERE "
                        + name + " IS NULL",
                at));
        all.addAll(behind);
        return all;
    }

    private Optional<List<Operation>> altered(String table, String column, String change, Span at) {
        return identifiers.dialect() == Dialect.SQLITE
                ? Optional.of(List.of())
                : RailsStatements.one(alter(table) + "ALTER COLUMN " + identifiers.of(column) + change, at);
    }

    private Optional<List<Operation>> commented(Arguments given, Span at) {
        boolean isStatement = identifiers.dialect() == Dialect.POSTGRESQL || identifiers.dialect() == Dialect.ORACLE;
        String words = given.keyword("to")
                .or(() -> given.get(2, "comment"))
                .filter(value -> Values.text(value).isPresent())
                .flatMap(Execute::quoted)
                .orElse("NULL");
        return ofTable(
                given,
                table -> given.text(1, "")
                        .flatMap(column -> isStatement
                                ? RailsStatements.one(
                                        "COMMENT ON COLUMN " + RailsStatements.table(identifiers, table) + "."
                                                + identifiers.of(column) + " IS " + words,
                                        at)
                                : Optional.of(List.of())));
    }
}
