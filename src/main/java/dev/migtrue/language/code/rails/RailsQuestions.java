package dev.migtrue.language.code.rails;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Questions;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.List;
import java.util.Optional;

/** What a migration asks of its database, by the methods of its connection. */
record RailsQuestions(Identifiers identifiers, RailsNames names) {

    /** Absent where it is no question, or about something that only the run tells. */
    Optional<Value> of(String name, Arguments given) {
        Optional<String> first = given.text(0, "");
        return switch (name) {
            case "table_exists?", "data_source_exists?" -> first.map(Questions::table);
            case "view_exists?" -> first.map(view -> Questions.of(ObjectKind.VIEW, view, Optional.empty()));
            case "column_exists?" ->
                first.flatMap(table -> given.text(1, "").map(column -> Questions.column(table, column)));
            case "index_exists?" ->
                first.flatMap(table -> new RailsIndexes(identifiers, names)
                        .name(table, given)
                        .map(index -> Questions.index(table, index)));
            case "index_name_exists?" ->
                first.flatMap(table -> given.text(1, "").map(index -> Questions.index(table, index)));
            case "foreign_key_exists?" ->
                first.flatMap(table -> new RailsConstraints(identifiers)
                        .foreignName(table, given)
                        .map(key -> Questions.constraint(table, key)));
            case "check_constraint_exists?" ->
                first.flatMap(table -> new RailsConstraints(identifiers)
                        .checkName(table, given)
                        .map(check -> Questions.constraint(table, check)));
            case "extension_enabled?" ->
                first.map(extension -> Questions.of(ObjectKind.EXTENSION, extension, Optional.empty()));
            case "schema_exists?" -> first.map(schema -> Questions.of(ObjectKind.SCHEMA, schema, Optional.empty()));
            case "type_exists?", "enum_exists?" ->
                first.map(type -> Questions.of(ObjectKind.TYPE, type, Optional.empty()));
            default -> listed(name, first);
        };
    }

    private Optional<Value> listed(String name, Optional<String> table) {
        return switch (name) {
            case "tables", "data_sources" ->
                Optional.of(listing(ObjectKind.TABLE, Optional.empty(), Value.Listing.Form.NAMES));
            case "views" -> Optional.of(listing(ObjectKind.VIEW, Optional.empty(), Value.Listing.Form.NAMES));
            case "columns" -> table.map(of -> listing(ObjectKind.COLUMN, Optional.of(of), Value.Listing.Form.ROWS));
            case "indexes" -> table.map(of -> listing(ObjectKind.INDEX, Optional.of(of), Value.Listing.Form.ROWS));
            case "adapter_name" -> Optional.of(new Value.Text(adapter()));
            default -> Optional.empty();
        };
    }

    private static Value listing(ObjectKind kind, Optional<String> on, Value.Listing.Form form) {
        return new Value.Listing(kind, on, form);
    }

    /** What the adapter calls itself. */
    private String adapter() {
        return switch (identifiers.dialect()) {
            case POSTGRESQL -> "PostgreSQL";
            case MYSQL, MARIADB -> "Mysql2";
            case SQLITE -> "SQLite";
            case SQL_SERVER -> "SQLServer";
            case ORACLE -> "OracleEnhanced";
            case H2, ANSI -> Dialect.ANSI.name();
        };
    }

    /** Whether a method brings what a query says. */
    static boolean isQuery(String name) {
        return List.of(
                        "select_value",
                        "select_values",
                        "select_one",
                        "select_all",
                        "select_rows",
                        "query_value",
                        "query_values",
                        "exec_query")
                .contains(name);
    }
}
