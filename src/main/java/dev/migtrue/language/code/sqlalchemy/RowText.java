package dev.migtrue.language.code.sqlalchemy;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows as the statements that put them in. What only the run tells of them is a parameter. */
record RowText(Identifiers names) {

    private static final String PARAMETER = "$1";

    /** The name of a table, by how the program calls it. */
    static Optional<String> table(Value value) {
        return switch (value) {
            case Value.Made made ->
                made.maker().equalsIgnoreCase("table") ? made.arguments().text(0, "name") : Optional.empty();
            // What a project hands over as its tables has each under its name.
            case Value.Member member ->
                member.of() instanceof Value.Unknown of && of.why().contains("'tables'")
                        ? Optional.of(member.name())
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A statement for each row; absent where it is not known how many there are. */
    Optional<List<String>> inserts(String table, Value rows) {
        List<Value> all = rows instanceof Value.Items items ? items.values() : List.of(rows);
        return all.stream().allMatch(Value.Entries.class::isInstance)
                ? Optional.of(all.stream()
                        .map(row -> insert(table, (Value.Entries) row))
                        .toList())
                : Optional.empty();
    }

    private String insert(String table, Value.Entries row) {
        String columns = row.pairs().stream()
                .map(pair ->
                        Values.text(pair.values().getFirst()).map(names::of).orElse("unknown"))
                .collect(Collectors.joining(", "));
        String values = row.pairs().stream()
                .map(pair -> Execute.quoted(pair.values().get(1)).orElse(PARAMETER))
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + names.of(table) + " (" + columns + ") VALUES (" + values + ")";
    }

    /** {@code table.insert().values(…)}; absent where it is put together otherwise. */
    Optional<List<String>> of(Value statement) {
        if (!(statement instanceof Value.Made values)
                || !values.maker().equals("values")
                || !(values.function() instanceof Value.Member method)
                || !(method.of() instanceof Value.Made insert)
                || !insert.maker().equals("insert")
                || !(insert.function() instanceof Value.Member target)) {
            return Optional.empty();
        }
        Optional<String> table = table(target.of());
        Arguments given = values.arguments();
        Value row = given.positional().isEmpty()
                ? new Value.Entries(given.keywords().entrySet().stream()
                        .map(entry -> new Value.Items(List.of(new Value.Text(entry.getKey()), entry.getValue())))
                        .toList())
                : given.positional().getFirst();
        return table.flatMap(name -> inserts(name, row));
    }
}
