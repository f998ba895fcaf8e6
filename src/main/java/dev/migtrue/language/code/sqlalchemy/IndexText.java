package dev.migtrue.language.code.sqlalchemy;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Indexes as SQL. */
record IndexText(Identifiers names) {

    Optional<String> create(Arguments given) {
        Optional<String> bare = given.text(1, "table_name");
        Optional<List<String>> keys = given.get(2, "columns").flatMap(this::keys);
        if (bare.isEmpty() || keys.isEmpty()) {
            return Optional.empty();
        }
        String name = given.text(0, "index_name")
                .orElseGet(() -> "ix_" + bare.get() + "_"
                        + given.texts(2, "columns")
                                .map(columns -> String.join("_", columns))
                                .orElse("expr"));
        boolean isPostgres = names.dialect() == Dialect.POSTGRESQL;
        boolean isGuardKnown = names.dialect() != Dialect.SQL_SERVER && names.dialect() != Dialect.ORACLE;
        String method = given.keyword("postgresql_using")
                .flatMap(Values::text)
                .map(using -> "USING " + using + " ")
                .orElse("");
        String part = given.keyword("postgresql_where")
                .flatMap(Values::text)
                .map(where -> " WHERE " + where)
                .orElse("");
        return Optional.of("CREATE " + (given.isTrue("unique") ? "UNIQUE " : "") + "INDEX "
                + (isPostgres && given.isTrue("postgresql_concurrently") ? "CONCURRENTLY " : "")
                + (isGuardKnown && given.isTrue("if_not_exists") ? "IF NOT EXISTS " : "")
                + names.of(name) + " ON " + names.of(OperationText.schema(given), bare.get()) + " "
                + (isPostgres ? method : "") + "(" + String.join(", ", keys.get()) + ")" + (isPostgres ? part : ""));
    }

    /** Columns, and expressions in their parentheses. */
    private Optional<List<String>> keys(Value columns) {
        List<Value> all = columns instanceof Value.Items items ? items.values() : List.of(columns);
        List<String> keys = all.stream()
                .map(key -> key instanceof Value.Text text
                        ? names.of(text.value())
                        : "(" + Values.text(key).orElse("expression") + ")")
                .collect(Collectors.toList());
        return keys.isEmpty() || columns instanceof Value.Unknown ? Optional.empty() : Optional.of(keys);
    }

    Optional<String> drop(Arguments given) {
        Optional<String> name = given.text(0, "index_name");
        Optional<String> table = given.text(1, "table_name").map(bare -> names.of(OperationText.schema(given), bare));
        String modifiers = (names.dialect() == Dialect.POSTGRESQL && given.isTrue("postgresql_concurrently")
                        ? "CONCURRENTLY "
                        : "")
                + OperationText.ifExists(given);
        return name.map(known -> switch (names.dialect()) {
            case MYSQL, MARIADB, SQL_SERVER ->
                "DROP INDEX " + modifiers + names.of(known)
                        + table.map(on -> " ON " + on).orElse("");
            default -> "DROP INDEX " + modifiers + names.of(OperationText.schema(given), known);
        });
    }
}
