package dev.migtrue.gather.database;

import dev.migtrue.model.VersionTable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of the tables that bear a version table's name is it. */
sealed interface TableChoice {

    /** This one. */
    record Chosen(FoundTable table) implements TableChoice {}

    /** No table bears the name where it must be. */
    record None() implements TableChoice {}

    /** It cannot be told, or those that bear the name are something else. */
    record Unclear(String reason) implements TableChoice {}

    /**
     * Goes by the columns first, then by how near the table is to the connection, then by the name's letter case.
     *
     * @param named the tables of that name, the nearest first
     */
    static TableChoice among(List<FoundTable> named, VersionTable wanted) {
        List<FoundTable> eligible = inSchema(named, wanted);
        if (eligible.isEmpty()) {
            return new None();
        }
        List<FoundTable> fitting =
                eligible.stream().filter(table -> hasColumns(table, wanted)).toList();
        if (fitting.isEmpty()) {
            return new Unclear(otherColumns(eligible.getFirst(), wanted));
        }
        List<FoundTable> nearest = fitting.stream()
                .filter(table -> fitting.getFirst().place() == FoundTable.Place.ELSEWHERE
                        || table.schema().equals(fitting.getFirst().schema()))
                .toList();
        List<FoundTable> best = preferring(
                nearest, nearest.stream().filter(table -> table.name().equals(wanted.name())));
        return best.size() == 1 ? new Chosen(best.getFirst()) : new Unclear(several(best));
    }

    private static List<FoundTable> inSchema(List<FoundTable> named, VersionTable wanted) {
        return wanted.schema()
                .map(schema -> preferring(
                        named.stream()
                                .filter(table -> table.schema().equalsIgnoreCase(schema))
                                .toList(),
                        named.stream().filter(table -> table.schema().equals(schema))))
                .orElse(named);
    }

    private static List<FoundTable> preferring(List<FoundTable> all, Stream<FoundTable> preferred) {
        List<FoundTable> better = preferred.toList();
        return better.isEmpty() ? all : better;
    }

    private static boolean hasColumns(FoundTable table, VersionTable wanted) {
        return wanted.required().stream()
                        .allMatch(column -> table.column(column).isPresent())
                && wanted.foreign().stream()
                        .noneMatch(column -> table.column(column).isPresent());
    }

    private static String otherColumns(FoundTable table, VersionTable wanted) {
        return "table " + table.shown() + " is not the expected one: it has columns " + listed(table.columns())
                + "; expected " + listed(wanted.required())
                + (wanted.foreign().isEmpty() ? "" : " and none of " + listed(wanted.foreign()));
    }

    private static String several(List<FoundTable> tables) {
        List<String> schemas =
                tables.stream().map(FoundTable::schema).distinct().toList();
        return schemas.size() == 1
                ? "tables "
                        + listed(tables.stream().map(FoundTable::name).toList()) + " of schema " + schemas.getFirst()
                        + " differ in letter case only"
                : "table " + tables.getFirst().name() + " is in schemas " + listed(schemas)
                        + "; none of them is on the search path";
    }

    private static String listed(List<String> names) {
        int most = 12;
        return names.stream().limit(most).collect(Collectors.joining(", "))
                + (names.size() > most ? " and " + (names.size() - most) + " more" : "");
    }
}
