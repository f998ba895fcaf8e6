package dev.migtrue.language.code.ecto;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a migration makes, changes and drops: a table, an index or a constraint.
 *
 * @param kind the function that named it: {@code table}
 * @param given what it was named by
 */
record EctoThing(Identifiers identifiers, String kind, Arguments given) {

    /** Absent where a value is none of them, or its name is known only when it runs. */
    static Optional<EctoThing> of(Identifiers identifiers, Value value) {
        boolean isKnown = value instanceof Value.Made made
                && List.of("table", "index", "unique_index", "constraint").contains(made.maker())
                && made.arguments().text(0, "").isPresent();
        return isKnown
                ? Optional.of(
                        new EctoThing(identifiers, ((Value.Made) value).maker(), ((Value.Made) value).arguments()))
                : Optional.empty();
    }

    boolean isTable() {
        return kind.equals("table");
    }

    boolean isIndex() {
        return kind.endsWith("index");
    }

    /** The table that it is, or that it belongs to, as it is called. */
    String bareTable() {
        return given.text(0, "").orElse("");
    }

    private Optional<String> prefix() {
        return text("prefix");
    }

    Optional<String> text(String name) {
        return given.keyword(name).flatMap(Values::text);
    }

    /** The table as SQL writes it. */
    String table() {
        return identifiers.of(prefix(), bareTable());
    }

    /** The name of an index or a constraint, as it is given or made up; absent where only the run tells. */
    Optional<String> bareName() {
        return isIndex()
                ? text("name")
                        .or(() -> columns()
                                .map(columns -> bareTable() + "_"
                                        + columns.stream()
                                                .map(column -> column.replaceAll("\\W", "_")
                                                        .replaceAll("_+$", ""))
                                                .collect(Collectors.joining("_"))
                                        + "_index"))
                : given.text(1, "");
    }

    private Optional<List<String>> columns() {
        return given.texts(1, "");
    }

    private boolean isConcurrent() {
        return given.isTrue("concurrently") && identifiers.dialect() == Dialect.POSTGRESQL;
    }

    /** The statement that makes an index. */
    Optional<String> index(String condition) {
        boolean isUnique = kind.equals("unique_index") || given.isTrue("unique");
        String using = text("using").map(method -> " USING " + method).orElse("");
        String where = text("where").map(rows -> " WHERE " + rows).orElse("");
        return bareName()
                .flatMap(name -> columns()
                        .map(columns -> "CREATE " + (isUnique ? "UNIQUE " : "") + "INDEX "
                                + (isConcurrent() ? "CONCURRENTLY " : "") + condition + identifiers.of(name) + " ON "
                                + table()
                                + using + " (" + keys(columns) + ")" + where));
    }

    private String keys(List<String> columns) {
        return columns.stream()
                .map(column -> column.matches("\\w+") ? identifiers.of(column) : column)
                .collect(Collectors.joining(", "));
    }

    /** The statement that makes a constraint; absent where it is of a kind that is not understood. */
    Optional<String> constraint() {
        String validity = given.isFalse("validate") && identifiers.dialect() == Dialect.POSTGRESQL ? " NOT VALID" : "";
        Optional<String> body = text("check")
                .map(check -> " CHECK (" + check + ")")
                .or(() -> text("exclude").map(exclude -> " EXCLUDE USING " + exclude));
        return bareName()
                .flatMap(name -> body.map(text ->
                        "ALTER TABLE " + table() + " ADD CONSTRAINT " + identifiers.of(name) + text + validity));
    }

    /** The statement that drops it. */
    Optional<String> dropped(String condition, Arguments options) {
        String mode = options.keyword("mode")
                .flatMap(Values::text)
                .filter("cascade"::equals)
                .map(word -> " CASCADE")
                .orElse("");
        if (isTable()) {
            return Optional.of("DROP TABLE " + condition + table() + mode);
        }
        return bareName()
                .map(name -> isIndex()
                        ? "DROP INDEX " + (isConcurrent() ? "CONCURRENTLY " : "") + condition + indexName(name) + mode
                        : "ALTER TABLE " + table() + " DROP CONSTRAINT " + condition + identifiers.of(name) + mode);
    }

    private String indexName(String name) {
        return switch (identifiers.dialect()) {
            case MYSQL, MARIADB, SQL_SERVER -> identifiers.of(name) + " ON " + table();
            default -> identifiers.of(prefix(), name);
        };
    }
}
