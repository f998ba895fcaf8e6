package dev.migtrue.language.code.rails;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A reference: a column that points at a row of another table, with the index and the foreign key that it brings.
 *
 * @param name what the row is called here: {@code author}
 * @param given the options of the whole
 */
record RailsReference(String table, String name, Arguments given, RailsNames names) {

    /** What a part of the whole takes over from it. */
    private static final Set<String> SHARED = Set.of("if_not_exists", "if_exists");

    private static final Set<String> NO_OPTIONS_OF_A_COLUMN = Set.of("index", "foreign_key", "polymorphic", "type");

    /** A column, with its type and its options. */
    record Column(String name, String type, Arguments options) {}

    List<Column> columns() {
        String type = given.keyword("type")
                .flatMap(Values::text)
                .orElse(names.version().isBefore(5, 1) ? "integer" : "bigint");
        Column key = new Column(name + "_id", type, without(given, NO_OPTIONS_OF_A_COLUMN));
        return isPolymorphic() ? List.of(new Column(name + "_type", "string", kindOptions()), key) : List.of(key);
    }

    private boolean isPolymorphic() {
        return given.keyword("polymorphic").flatMap(Values::truth).orElse(false);
    }

    private Arguments kindOptions() {
        SequencedMap<String, Value> options = new LinkedHashMap<>(shared().keywords());
        given.keyword("null").ifPresent(value -> options.put("null", value));
        if (given.keyword("polymorphic").orElse(new Value.None()) instanceof Value.Entries own) {
            options.putAll(RailsIndexes.options(own).keywords());
        }
        return new Arguments(List.of(), options, true);
    }

    /** The index that it brings, as options of {@code add_index}; absent where it brings none. */
    Optional<Arguments> index() {
        boolean isByItself =
                given.keyword("index").isEmpty() && !names.version().isBefore(5, 0);
        return (isByItself ? Optional.of(Arguments.of()) : RailsIndexes.wanted(given)).map(this::named);
    }

    private Arguments named(Arguments options) {
        Arguments whole = new Arguments(
                List.of(new Value.Text(table), new Value.Items(indexed())), merged(shared(), options), true);
        boolean isNamedSo = isPolymorphic()
                && !names.version().isBefore(6, 1)
                && options.keyword("name").isEmpty();
        return isNamedSo ? whole.with("name", new Value.Text("index_" + table + "_on_" + name)) : whole;
    }

    private List<Value> indexed() {
        return columns().stream()
                .<Value>map(column -> new Value.Text(column.name()))
                .toList();
    }

    /** The foreign key that it brings, as options of {@code add_foreign_key}; absent where it brings none. */
    Optional<Arguments> foreignKey() {
        Optional<Value> wanted =
                given.keyword("foreign_key").filter(value -> Values.truth(value).orElse(true));
        return wanted.map(value -> {
            Arguments options = value instanceof Value.Entries own ? RailsIndexes.options(own) : Arguments.of();
            Value target = options.keyword("to_table").orElseGet(() -> new Value.Text(Nouns.many(name)));
            Arguments whole = new Arguments(List.of(new Value.Text(table), target), merged(shared(), options), true);
            return whole.keyword("column").isPresent() ? whole : whole.with("column", new Value.Text(name + "_id"));
        });
    }

    private Arguments shared() {
        SequencedMap<String, Value> kept = new LinkedHashMap<>(given.keywords());
        kept.keySet().retainAll(SHARED);
        return new Arguments(List.of(), kept, true);
    }

    private static SequencedMap<String, Value> merged(Arguments one, Arguments other) {
        SequencedMap<String, Value> all = new LinkedHashMap<>();
        Stream.of(one, other).forEach(arguments -> all.putAll(arguments.keywords()));
        return all;
    }

    private static Arguments without(Arguments given, Set<String> names) {
        SequencedMap<String, Value> left = new LinkedHashMap<>(given.keywords());
        left.keySet().removeAll(names);
        return new Arguments(List.of(), left, true);
    }
}
