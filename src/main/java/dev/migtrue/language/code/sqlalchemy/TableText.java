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

/** A table with its columns and constraints as SQL, each statement by itself. */
record TableText(String name, Optional<String> schema, List<Value> items, Identifiers names) {

    static Optional<TableText> of(Arguments given, Identifiers names) {
        return given.text(0, "table_name")
                .or(() -> given.text(0, "name"))
                .map(name -> new TableText(
                        name,
                        given.keyword("schema").flatMap(Values::text),
                        given.positional().stream()
                                .skip(1)
                                .filter(item -> !isMetadata(item))
                                .toList(),
                        names));
    }

    private static boolean isMetadata(Value item) {
        String name = item instanceof Value.Made made ? made.maker() : Values.lastName(item);
        return name.equalsIgnoreCase("metadata");
    }

    String fullName() {
        return names.of(schema, name);
    }

    /** Whether all that it holds is understood. */
    boolean isWhole() {
        return items.stream()
                .allMatch(item -> column(item).isPresent() || constraint(item).isPresent() || isIndex(item));
    }

    private static boolean isIndex(Value item) {
        return item instanceof Value.Made made && made.maker().equals("Index");
    }

    private Optional<ColumnText> column(Value item) {
        return ColumnText.of(item, names);
    }

    private Optional<String> constraint(Value item) {
        return item instanceof Value.Made made ? new ConstraintText(names).of(made) : Optional.empty();
    }

    List<ColumnText> columns() {
        return items.stream().flatMap(item -> column(item).stream()).toList();
    }

    /** All that it takes to make it. */
    List<String> statements(boolean isGuarded) {
        List<String> statements = new ArrayList<>();
        columns().stream()
                .flatMap(column -> column.typeText().label(column.type()).stream())
                .flatMap(made -> labels(made, names).stream())
                .distinct()
                .forEach(statements::add);
        statements.add("CREATE TABLE " + (isGuarded && isGuardKnown() ? "IF NOT EXISTS " : "") + fullName() + " ("
                + String.join(", ", parts()) + ")");
        columns().stream().filter(ColumnText::isIndexed).forEach(column -> statements.add(index(column)));
        return statements;
    }

    private boolean isGuardKnown() {
        return names.dialect() != Dialect.SQL_SERVER && names.dialect() != Dialect.ORACLE;
    }

    /** The index that a column asks for. */
    String index(ColumnText column) {
        return "CREATE " + (column.isUnique() ? "UNIQUE " : "") + "INDEX "
                + names.of("ix_" + schema.map(outer -> outer + "_").orElse("") + name + "_" + column.name()) + " ON "
                + fullName() + " (" + names.of(column.name()) + ")";
    }

    static Optional<String> labels(Value.Made made, Identifiers names) {
        Arguments given = made.arguments();
        String values = given.positional().stream()
                .flatMap(value -> Values.text(value).stream())
                .map(label -> "'" + label.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
        return given.keyword("name")
                .flatMap(Values::text)
                .map(name -> "CREATE TYPE " + names.of(given.keyword("schema").flatMap(Values::text), name)
                        + " AS ENUM (" + values + ")");
    }

    private List<String> parts() {
        List<String> parts =
                new ArrayList<>(columns().stream().map(ColumnText::definition).toList());
        List<String> primary = columns().stream()
                .filter(ColumnText::isPrimary)
                .map(ColumnText::name)
                .toList();
        if (!primary.isEmpty()) {
            parts.add("PRIMARY KEY (" + names.of(primary) + ")");
        }
        items.forEach(item -> constraint(item).ifPresent(parts::add));
        ConstraintText constraints = new ConstraintText(names);
        for (ColumnText column : columns()) {
            column.foreignKeys()
                    .forEach(key -> foreign(column, key, constraints).ifPresent(parts::add));
            column.checks().forEach(check -> constraints.of(check).ifPresent(parts::add));
            if (column.isUnique() && !column.isIndexed()) {
                parts.add("UNIQUE (" + names.of(column.name()) + ")");
            }
        }
        return parts;
    }

    /** A foreign key that stands with its column. */
    static Optional<String> foreign(ColumnText column, Value.Made key, ConstraintText constraints) {
        return key.arguments()
                .text(0, "column")
                .map(target -> constraints.named(key.arguments().keyword("name").flatMap(Values::text))
                        + "FOREIGN KEY (" + column.names().of(column.name()) + ") "
                        + constraints.references(List.of(target), key.arguments()));
    }
}
