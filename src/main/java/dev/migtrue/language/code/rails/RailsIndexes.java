package dev.migtrue.language.code.rails;

import static java.util.Map.entry;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.code.rails.RailsStatements.Maker;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements about indexes, with the names that Rails makes up for them. */
record RailsIndexes(Identifiers identifiers, RailsNames names) {

    Map<String, Maker> makers() {
        return Map.ofEntries(
                entry("add_index", this::added),
                entry("remove_index", this::removed),
                entry("rename_index", this::renamed));
    }

    private Optional<List<Operation>> added(Arguments given, Span at) {
        Optional<List<String>> columns = columns(given);
        return given.text(0, "table_name")
                .flatMap(table -> columns.map(keys -> {
                    String name = name(table, keys, given);
                    Operation made = new Operation.Called(create(table, name, keys, given), at);
                    return RailsStatements.unlessThere(given, ObjectKind.INDEX, name, table, List.of(made), at);
                }));
    }

    private static Optional<List<String>> columns(Arguments given) {
        return given.texts(1, "column").filter(columns -> !columns.isEmpty());
    }

    /** The name that an index is given, or that it gets. */
    String name(String table, List<String> columns, Arguments given) {
        return RailsStatements.text(given, "name").orElseGet(() -> names.index(table, columns));
    }

    /** What a table with it is asked for: under its name, or under what is made of its columns. */
    Optional<String> name(String table, Arguments given) {
        return RailsStatements.text(given, "name").or(() -> columns(given).map(columns -> names.index(table, columns)));
    }

    private String create(String table, String name, List<String> columns, Arguments given) {
        boolean isPostgres = identifiers.dialect() == Dialect.POSTGRESQL;
        String using = RailsStatements.text(given, "using")
                .filter(method -> isPostgres)
                .map(method -> "USING " + method + " ")
                .orElse("");
        String type = RailsStatements.text(given, "type")
                .filter(word -> RailsStatements.isMysql(identifiers))
                .map(word -> word + " ")
                .orElse("");
        String where = RailsStatements.text(given, "where")
                .filter(condition -> !RailsStatements.isMysql(identifiers))
                .map(condition -> " WHERE " + condition)
                .orElse("");
        return "CREATE " + (given.isTrue("unique") ? "UNIQUE " : type) + "INDEX " + concurrently(given)
                + identifiers.of(name) + " ON " + RailsStatements.table(identifiers, table) + " " + using + "("
                + keys(columns, given) + ")" + where;
    }

    /** The columns of an index, and the expressions among them as they are. */
    private String keys(List<String> columns, Arguments given) {
        return columns.stream()
                .map(column ->
                        (RailsNames.isExpression(column) ? column : identifiers.of(column)) + order(column, given))
                .collect(Collectors.joining(", "));
    }

    private static String order(String column, Arguments given) {
        return given.keyword("order")
                .flatMap(order -> order instanceof Value.Entries each ? each.get(column) : Optional.of(order))
                .flatMap(Values::text)
                .map(way -> " " + way.toUpperCase(Locale.ROOT))
                .orElse("");
    }

    private String concurrently(Arguments given) {
        return identifiers.dialect() == Dialect.POSTGRESQL
                        && RailsStatements.text(given, "algorithm")
                                .filter("concurrently"::equals)
                                .isPresent()
                ? "CONCURRENTLY "
                : "";
    }

    private Optional<List<Operation>> removed(Arguments given, Span at) {
        return given.text(0, "table_name")
                .flatMap(table -> name(table, given).map(name -> {
                    Operation dropped = new Operation.Called(drop(table, name, given), at);
                    return RailsStatements.ifThere(given, ObjectKind.INDEX, name, table, List.of(dropped), at);
                }));
    }

    private String drop(String table, String name, Arguments given) {
        return "DROP INDEX " + concurrently(given) + identifiers.of(name)
                + switch (identifiers.dialect()) {
                    case MYSQL, MARIADB, SQL_SERVER -> " ON " + RailsStatements.table(identifiers, table);
                    default -> "";
                };
    }

    private Optional<List<Operation>> renamed(Arguments given, Span at) {
        Optional<String> table = given.text(0, "").map(name -> RailsStatements.table(identifiers, name));
        Optional<String> old = given.text(1, "").map(identifiers::of);
        Optional<String> now = given.text(2, "").map(identifiers::of);
        if (table.isEmpty() || old.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        return switch (identifiers.dialect()) {
            case MYSQL, MARIADB ->
                RailsStatements.one(
                        "ALTER TABLE " + table.get() + " RENAME INDEX " + old.get() + " TO " + now.get(), at);
            // The index is dropped and made anew, of columns that only the database knows.
            case SQLITE -> Optional.empty();
            default -> RailsStatements.one("ALTER INDEX " + old.get() + " RENAME TO " + now.get(), at);
        };
    }

    /** The options that say how an index of a column is wanted: {@code index: true}, {@code index: { unique: true }}; absent where none is. */
    static Optional<Arguments> wanted(Arguments given) {
        return given.keyword("index").flatMap(value -> switch (value) {
            case Value.Truth truth -> truth.is() ? Optional.of(Arguments.of()) : Optional.empty();
            case Value.Entries options -> Optional.of(options(options));
            case Value.Text kind ->
                Optional.of(
                        kind.value().equals("unique")
                                ? Arguments.of().with("unique", new Value.Truth(true))
                                : Arguments.of());
            default -> Optional.empty();
        });
    }

    static Arguments options(Value.Entries options) {
        Arguments all = Arguments.of();
        for (Value.Items pair : options.pairs()) {
            Optional<String> key = Values.text(pair.values().getFirst());
            all = key.isPresent() ? all.with(key.get(), pair.values().get(1)) : all;
        }
        return all;
    }
}
