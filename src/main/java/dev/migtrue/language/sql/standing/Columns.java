package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Column;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Mention;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What columns and constraints are, as parts of a thing. */
final class Columns {

    static final String NAME = "constraint name";

    private final Dialect dialect;

    Columns(Dialect dialect) {
        this.dialect = dialect;
    }

    static String part(String column) {
        return "column \"%s\"".formatted(column);
    }

    static String part(Mention column) {
        return part(column.name().last());
    }

    /** The table with one more column, and with what stands behind it. */
    Thing with(Thing table, Column column) {
        Thing grown = table.with(part(column.name()), properties(column));
        for (Constraint constraint : column.constraints()) {
            grown = with(grown, constraint, List.of(column.name().name().last()));
        }
        return grown;
    }

    Map<String, String> properties(Column column) {
        Map<String, String> properties = new TreeMap<>();
        column.type().ifPresent(type -> properties.put("type", Normal.type(type)));
        for (Constraint constraint : column.constraints()) {
            property(constraint).ifPresent(property -> properties.put(property, value(constraint)));
        }
        properties.remove("default", "null");
        return properties;
    }

    /** Of what is no constraint of the table. */
    private static Optional<String> property(Constraint constraint) {
        return switch (constraint.kind()) {
            case NOT_NULL -> Optional.of("NOT NULL");
            case DEFAULT -> Optional.of("default");
            case GENERATED -> Optional.of("generated value");
            case IDENTITY -> Optional.of("identity");
            case AUTO_INCREMENT -> Optional.of("AUTO_INCREMENT");
            case ON_UPDATE -> Optional.of("ON UPDATE");
            case COLLATION -> Optional.of("collation");
            case COMMENT -> Optional.of("comment");
            case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUDE, NULL, STORAGE -> Optional.empty();
        };
    }

    private static String value(Constraint constraint) {
        return switch (constraint.kind()) {
            case DEFAULT, GENERATED, ON_UPDATE, COLLATION, COMMENT ->
                constraint.expression().map(Normal::value).orElse("");
            default -> "";
        };
    }

    Thing with(Thing table, Constraint constraint) {
        return with(
                table,
                constraint,
                constraint.columns().stream()
                        .map(column -> column.name().last())
                        .toList());
    }

    private Thing with(Thing table, Constraint constraint, List<String> columns) {
        Optional<String> part = part(constraint, columns);
        if (constraint.kind() == Constraint.Kind.NOT_NULL
                && table.has(part(columns.isEmpty() ? "" : columns.getFirst()))) {
            return table.with(part(columns.getFirst()), "NOT NULL", "");
        }
        if (part.isEmpty()) {
            return table;
        }
        Map<String, String> properties = new TreeMap<>();
        constraint.references().ifPresent(to -> properties.put("target", target(to)));
        name(table, constraint, columns).ifPresent(name -> properties.put(NAME, name));
        return table.with(part.get(), properties);
    }

    private static Optional<String> part(Constraint constraint, List<String> columns) {
        String list = columns.stream().collect(Collectors.joining(", ", "(", ")"));
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> Optional.of("primary key " + list);
            case UNIQUE -> Optional.of("UNIQUE " + list);
            case FOREIGN_KEY -> Optional.of("foreign key " + list);
            case CHECK ->
                Optional.of("CHECK " + constraint.expression().map(Normal::of).orElse(""));
            case EXCLUDE ->
                Optional.of("EXCLUDE " + constraint.expression().map(Normal::of).orElse(""));
            case NOT_NULL, NULL, DEFAULT, GENERATED, IDENTITY, AUTO_INCREMENT, ON_UPDATE, COLLATION, COMMENT, STORAGE ->
                Optional.empty();
        };
    }

    private static String target(Constraint.Reference to) {
        String columns = to.columns().isEmpty()
                ? ""
                : to.columns().stream()
                        .map(column -> column.name().last())
                        .collect(Collectors.joining(", ", " (", ")"));
        return Address.plain(to.table().name()) + columns + " " + Normal.of(to.actions());
    }

    /** As it is written, or as PostgreSQL makes it up. */
    private Optional<String> name(Thing table, Constraint constraint, List<String> columns) {
        Optional<String> written = constraint.name().map(name -> name.name().last());
        if (written.isPresent() || dialect != Dialect.POSTGRESQL) {
            return written;
        }
        String own = table.part(Thing.ITSELF).getOrDefault(Making.TABLE, "");
        String stem = String.join("_", columns);
        return Optional.of(
                switch (constraint.kind()) {
                    case PRIMARY_KEY -> own + "_pkey";
                    case UNIQUE -> own + "_" + stem + "_key";
                    case FOREIGN_KEY -> own + "_" + stem + "_fkey";
                    default -> own + (stem.isEmpty() ? "" : "_" + stem) + "_check";
                });
    }
}
