package dev.migtrue.language.code.sqlalchemy;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Operations of Alembic as the SQL that it runs for them. */
record OperationText(Identifiers names) {

    /** Absent where it is not understood, or its arguments are known only when it runs. */
    Optional<List<String>> of(String name, Arguments given) {
        IndexText indexes = new IndexText(names);
        return switch (name) {
            case "create_table" ->
                TableText.of(given, names)
                        .filter(TableText::isWhole)
                        .map(table -> table.statements(given.isTrue("if_not_exists")));
            case "drop_table" -> one(table(0, given).map(table -> "DROP TABLE " + ifExists(given) + table));
            case "add_column" -> addColumn(given);
            case "drop_column" -> dropColumn(given);
            case "alter_column" -> new AlterText(names).of(given);
            case "create_index" -> one(indexes.create(given));
            case "drop_index" -> one(indexes.drop(given));
            case "rename_table" -> rename(given);
            case "create_unique_constraint" ->
                constraint(given, given.texts(2, "columns").map(list -> "UNIQUE (" + names.of(list) + ")"));
            case "create_primary_key" ->
                constraint(given, given.texts(2, "columns").map(list -> "PRIMARY KEY (" + names.of(list) + ")"));
            case "create_check_constraint" ->
                constraint(
                        given,
                        Optional.of("CHECK (" + given.text(2, "condition").orElse("true") + ")"));
            case "create_exclude_constraint" -> constraint(given, Optional.of("EXCLUDE USING gist (id WITH =)"));
            case "create_foreign_key" -> foreign(given);
            case "drop_constraint" -> one(dropConstraint(given));
            case "create_table_comment", "drop_table_comment" ->
                one(table(0, given).map(table -> "COMMENT ON TABLE " + table + " IS '…'"));
            case "bulk_insert" -> rows(given);
            default -> Optional.empty();
        };
    }

    private static Optional<List<String>> one(Optional<String> statement) {
        return statement.map(List::of);
    }

    static Optional<String> schema(Arguments given) {
        return given.keyword("schema").or(() -> given.keyword("source_schema")).flatMap(Values::text);
    }

    Optional<String> table(int place, Arguments given) {
        return given.text(place, "table_name")
                .or(() -> given.text(place, "source_table"))
                .map(name -> names.of(schema(given), name));
    }

    static String ifExists(Arguments given) {
        return given.isTrue("if_exists") ? "IF EXISTS " : "";
    }

    private Optional<List<String>> addColumn(Arguments given) {
        Optional<ColumnText> column = given.get(1, "column").flatMap(made -> ColumnText.of(made, names));
        Optional<String> table = table(0, given);
        if (column.isEmpty() || table.isEmpty()) {
            return Optional.empty();
        }
        ColumnText added = column.get();
        boolean isSqlite = names.dialect() == Dialect.SQLITE;
        String guard = given.isTrue("if_not_exists") && isGuardKnown() ? "IF NOT EXISTS " : "";
        ConstraintText constraints = new ConstraintText(names);
        String inline = !isSqlite
                ? ""
                : added.foreignKeys().stream()
                        .flatMap(key -> key.arguments().text(0, "column").stream()
                                .map(target -> " " + constraints.references(List.of(target), key.arguments())))
                        .collect(Collectors.joining());
        List<String> statements = new ArrayList<>();
        statements.add("ALTER TABLE " + table.get() + " ADD COLUMN " + guard + added.definition() + inline);
        if (added.isIndexed()) {
            statements.add(new TableText(given.text(0, "table_name").orElse(""), schema(given), List.of(), names)
                    .index(added));
        } else if (added.isUnique() && !isSqlite) {
            statements.add("ALTER TABLE " + table.get() + " ADD UNIQUE (" + names.of(added.name()) + ")");
        }
        if (!isSqlite) {
            added.foreignKeys()
                    .forEach(key -> TableText.foreign(added, key, constraints)
                            .ifPresent(text -> statements.add("ALTER TABLE " + table.get() + " ADD " + text)));
        }
        return Optional.of(statements);
    }

    private boolean isGuardKnown() {
        return names.dialect() != Dialect.SQL_SERVER && names.dialect() != Dialect.ORACLE;
    }

    private Optional<List<String>> dropColumn(Arguments given) {
        return one(table(0, given)
                .flatMap(table -> given.text(1, "column_name")
                        .map(column -> "ALTER TABLE " + table + " DROP COLUMN " + ifExists(given) + names.of(column))));
    }

    private Optional<List<String>> rename(Arguments given) {
        Optional<String> now = given.text(1, "new_table_name");
        return one(given.text(0, "old_table_name")
                .map(name -> names.of(schema(given), name))
                .flatMap(old -> now.map(name -> switch (names.dialect()) {
                    case SQL_SERVER -> "EXEC sp_rename '" + old + "', '" + name + "'";
                    default -> "ALTER TABLE " + old + " RENAME TO " + names.of(name);
                })));
    }

    private Optional<List<String>> constraint(Arguments given, Optional<String> body) {
        return one(table(1, given)
                .flatMap(table -> body.map(text -> "ALTER TABLE " + table + " ADD "
                        + new ConstraintText(names).named(given.text(0, "constraint_name")) + text)));
    }

    private Optional<List<String>> foreign(Arguments given) {
        Optional<String> target = given.text(2, "referent_table")
                .map(name -> names.of(given.keyword("referent_schema").flatMap(Values::text), name));
        Optional<List<String>> local = given.texts(3, "local_cols");
        Optional<List<String>> remote = given.texts(4, "remote_cols");
        return target.isEmpty() || local.isEmpty() || remote.isEmpty()
                ? Optional.empty()
                : constraint(
                        given,
                        Optional.of("FOREIGN KEY (" + names.of(local.get()) + ") REFERENCES " + target.get() + " ("
                                + names.of(remote.get()) + ")" + ConstraintText.actions(given)));
    }

    private Optional<String> dropConstraint(Arguments given) {
        Optional<String> name = given.text(0, "constraint_name").map(names::of);
        boolean isMysql = names.dialect() == Dialect.MYSQL || names.dialect() == Dialect.MARIADB;
        String type = isMysql ? given.text(2, "type_").orElse("") : "";
        return name.flatMap(known -> table(1, given)
                .map(table -> "ALTER TABLE " + table + " DROP "
                        + switch (type) {
                            case "foreignkey" -> "FOREIGN KEY " + known;
                            case "unique" -> "INDEX " + known;
                            case "primary" -> "PRIMARY KEY";
                            default -> "CONSTRAINT " + ifExists(given) + known;
                        }));
    }

    private Optional<List<String>> rows(Arguments given) {
        Optional<String> table = given.get(0, "table").flatMap(RowText::table);
        Optional<Value> rows = given.get(1, "rows");
        return table.isPresent() && rows.isPresent()
                ? new RowText(names).inserts(table.get(), rows.get())
                : Optional.empty();
    }
}
