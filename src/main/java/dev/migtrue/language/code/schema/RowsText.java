package dev.migtrue.language.code.schema;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements that change rows, out of the objects that say what is in them. */
public record RowsText(SchemaText text) {

    /** What becomes of a row that is there already. */
    public enum Conflict {
        REFUSED,
        IGNORED,
        MERGED
    }

    /**
     * Puts rows into a table.
     *
     * @param given one row or several, each a column's values by its name; what only the run tells is a call in the statement
     */
    public Optional<String> insert(String table, Value given, Conflict conflict) {
        List<Value> rows = given instanceof Value.Items items ? items.values() : List.of(given);
        Optional<List<String>> columns = rows.stream()
                .findFirst()
                .filter(Value.Entries.class::isInstance)
                .flatMap(row -> Values.elements(row).map(Value.Items::new).flatMap(Values::texts));
        boolean isPlain = rows.stream().allMatch(Value.Entries.class::isInstance);
        if (columns.isEmpty() || !isPlain) {
            return Optional.empty();
        }
        boolean isMysql = text.dialect() == Dialect.MYSQL || text.dialect() == Dialect.MARIADB;
        String ignoring = isMysql && conflict == Conflict.IGNORED ? "INSERT IGNORE INTO " : "INSERT INTO ";
        String values = rows.stream()
                .map(row -> "("
                        + columns.get().stream()
                                .map(column -> value(row, column))
                                .collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining(", "));
        return Optional.of(ignoring + text.name(table) + " " + text.list(columns.get()) + " VALUES " + values
                + (isMysql ? merging(columns.get(), conflict) : standing(columns.get(), conflict)));
    }

    private String merging(List<String> columns, Conflict conflict) {
        return conflict == Conflict.MERGED
                ? " ON DUPLICATE KEY UPDATE "
                        + columns.stream()
                                .map(this::quoted)
                                .map(name -> name + " = VALUES(" + name + ")")
                                .collect(Collectors.joining(", "))
                : "";
    }

    private String standing(List<String> columns, Conflict conflict) {
        return switch (conflict) {
            case REFUSED -> "";
            case IGNORED -> " ON CONFLICT DO NOTHING";
            case MERGED ->
                " ON CONFLICT " + text.list(columns.subList(0, 1)) + " DO UPDATE SET "
                        + columns.stream()
                                .map(this::quoted)
                                .map(name -> name + " = excluded." + name)
                                .collect(Collectors.joining(", "));
        };
    }

    private String quoted(String name) {
        return new Identifiers(text.dialect()).of(name);
    }

    private static String value(Value row, String column) {
        return row instanceof Value.Entries entries
                ? entries.get(column).map(RowsText::written).orElse("DEFAULT")
                : "DEFAULT";
    }

    private static String written(Value value) {
        return Execute.quoted(value).orElse("unknown_value()");
    }

    /**
     * Changes rows of a table.
     *
     * @param where a condition with its word before it; empty where there is none
     */
    public Optional<String> update(String table, Arguments given, String where) {
        List<String> set = new ArrayList<>();
        Optional<Value> first = given.get(0, "");
        if (first.isPresent() && first.get() instanceof Value.Entries entries) {
            for (Value.Items pair : entries.pairs()) {
                Optional<String> column = Values.text(pair.values().getFirst());
                if (column.isEmpty()) {
                    return Optional.empty();
                }
                set.add(quoted(column.get()) + " = " + written(pair.values().get(1)));
            }
        } else if (first.flatMap(Values::text).isPresent() && given.positional().size() > 1) {
            set.add(quoted(first.flatMap(Values::text).orElseThrow()) + " = "
                    + written(given.positional().get(1)));
        }
        return set.isEmpty()
                ? Optional.empty()
                : Optional.of("UPDATE " + text.name(table) + " SET " + String.join(", ", set) + where);
    }

    /**
     * Takes rows out of a table.
     *
     * @param where a condition with its word before it; empty where there is none
     */
    public String delete(String table, String where) {
        return "DELETE FROM " + text.name(table) + where;
    }

    /** A condition of values that must be the same; absent where it is another. */
    public Optional<String> where(Arguments given) {
        if (given.positional().size() == 1 && given.positional().getFirst() instanceof Value.Entries entries) {
            List<String> parts = new ArrayList<>();
            for (Value.Items pair : entries.pairs()) {
                Optional<String> column = Values.text(pair.values().getFirst());
                Optional<String> value = Execute.quoted(pair.values().get(1));
                if (column.isEmpty() || value.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(equal(column.get(), value.get()));
            }
            return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", parts));
        }
        Optional<String> column = given.text(0, "");
        Optional<String> value =
                given.positional().size() == 2 ? given.get(1, "").flatMap(Execute::quoted) : Optional.empty();
        return column.flatMap(name -> value.map(known -> equal(name, known)));
    }

    private String equal(String column, String value) {
        return quoted(column) + (value.equals("NULL") ? " IS NULL" : " = " + value);
    }
}
