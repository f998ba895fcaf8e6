package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.TypeName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Rows that might be in a table, made up: every kind of value that its columns may have. */
final class Samples {

    private static final int MOST = 600;

    private final World world;
    private final Key table;
    private final List<String> columns;
    private final Set<String> literals;

    Samples(World world, Key table, Set<String> columns, Set<String> literals) {
        this.world = world;
        this.table = table;
        this.columns = List.copyOf(columns);
        this.literals = literals;
    }

    List<Map<String, Value>> rows() {
        List<List<Value>> domains = columns.stream().map(this::domain).toList();
        long all = domains.stream().mapToLong(List::size).reduce(1, (one, other) -> Math.min(MOST + 1L, one * other));
        List<Map<String, Value>> rows = new ArrayList<>();
        // The same rows each time, so that the answer is.
        Random random = new Random(1);
        for (int number = 0; number < Math.min(all, MOST); number++) {
            Map<String, Value> row = new HashMap<>();
            int rest = number;
            for (int index = 0; index < columns.size(); index++) {
                List<Value> domain = domains.get(index);
                int at = all > MOST ? random.nextInt(domain.size()) : rest % domain.size();
                rest /= domain.size();
                row.put(columns.get(index), domain.get(at));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<Value> domain(String column) {
        Set<Value> values = new LinkedHashSet<>(List.of(new Value.Nothing()));
        switch (kind(world, table, column)) {
            case "number", "whole" -> numbers(values);
            case "text" -> texts(values);
            case "truth" -> values.addAll(List.of(Value.of(true), Value.of(false)));
            case "document" -> documents(values);
            case "array" -> arrays(values);
            case "other" -> written(values);
            default -> {
                numbers(values);
                texts(values);
                values.addAll(List.of(Value.of(true), Value.of(false)));
                documents(values);
            }
        }
        return List.copyOf(values);
    }

    private void numbers(Set<Value> values) {
        for (int number : new int[] {-3, 0, 1, 2, 7, 150}) {
            values.add(Value.of(number));
        }
        for (String literal : literals) {
            if (Value.NUMBER.matcher(literal).matches()) {
                BigDecimal number = new BigDecimal(literal);
                values.add(new Value.Numeric(number));
                values.add(new Value.Numeric(number.add(BigDecimal.ONE)));
            }
        }
    }

    private void texts(Set<Value> values) {
        for (String text : new String[] {"", "abc", " Ab cd ", "xyzzy@x.org", "42"}) {
            values.add(new Value.Text(text));
        }
        for (String literal : literals) {
            String plain = literal.replace("%", "");
            values.add(new Value.Text(plain));
            values.add(new Value.Text(plain + "abc"));
            values.add(new Value.Text("ABC" + plain));
        }
    }

    private void documents(Set<Value> values) {
        values.add(new Value.Document(new TreeMap<>()));
        values.add(new Value.Document(new TreeMap<>(Map.of("a", Value.of(1), "b", new Value.Text("x")))));
        for (String literal : literals) {
            if (literal.matches("\\w+")) {
                values.add(new Value.Document(new TreeMap<>(Map.of(literal, Value.of(5)))));
            }
        }
    }

    private void arrays(Set<Value> values) {
        values.add(new Value.Many(List.of()));
        values.add(new Value.Many(List.of(new Value.Text("abc"))));
        for (String literal : literals) {
            boolean isArray = literal.startsWith("{");
            values.add(isArray ? Arrays.of(new Value.Text(literal)) : new Value.Many(List.of(new Value.Text(literal))));
        }
    }

    /** Values of types that are not known here are those that are written, and one more. */
    private void written(Set<Value> values) {
        values.add(new Value.Text("something else"));
        literals.forEach(literal -> values.add(new Value.Text(literal)));
    }

    /** What sort of values a column has, as far as it is known. */
    private static String kind(World world, Key table, String column) {
        String type = world.members(table, Space.COLUMN).stream()
                .filter(key -> key.name().equalsIgnoreCase(column))
                .findFirst()
                .flatMap(world::find)
                .map(entry -> entry.facets().getOrDefault("type", ""))
                .orElse("");
        return kind(TypeName.family(type.replaceAll(" ?\\(.*", "")));
    }

    private static String kind(String family) {
        return switch (family) {
            case "integer", "bigint", "smallint", "serial", "bigserial", "smallserial" -> "whole";
            case "numeric", "real", "double precision" -> "number";
            case "text", "character varying", "character", "citext", "name" -> "text";
            case "boolean" -> "truth";
            case "json", "jsonb" -> "document";
            case "" -> "";
            default -> family.endsWith("[]") ? "array" : "other";
        };
    }

    /** A value as its column keeps it. */
    static Value stored(World world, Key table, String column, Value value) {
        return kept(kind(world, table, column), value);
    }

    /** The same for a type of which the family is known. */
    static Value stored(String family, Value value) {
        return kept(kind(family), value);
    }

    private static Value kept(String kind, Value value) {
        if (value.isNull() || value instanceof Value.Fresh) {
            return value;
        }
        return switch (kind) {
            case "whole" -> new Value.Numeric(value.number().setScale(0, RoundingMode.HALF_UP));
            case "number" -> new Value.Numeric(value.number());
            case "truth" -> Value.of(value.truth());
            case "document" -> Value.document(value);
            case "array" -> Arrays.of(value);
            case "text" -> new Value.Text(value.text());
            default -> value;
        };
    }
}
