package dev.migtrue.language.code.sqlalchemy;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Constraints of SQLAlchemy as SQL. */
record ConstraintText(Identifiers names) {

    /** A constraint inside a table; absent where it is none that is understood. */
    Optional<String> of(Value.Made made) {
        Arguments given = made.arguments();
        String name = named(given.keyword("name").flatMap(Values::text));
        return switch (made.maker()) {
            case "PrimaryKeyConstraint" -> columns(given).map(list -> name + "PRIMARY KEY (" + list + ")");
            case "UniqueConstraint" -> columns(given).map(list -> name + "UNIQUE (" + list + ")");
            case "CheckConstraint" ->
                Optional.of(name + "CHECK (" + given.text(0, "sqltext").orElse("true") + ")");
            case "ForeignKeyConstraint" -> foreign(name, given);
            case "ExcludeConstraint" -> Optional.of(name + "EXCLUDE USING gist (id WITH =)");
            default -> Optional.empty();
        };
    }

    private Optional<String> foreign(String name, Arguments given) {
        Optional<List<String>> local = given.texts(0, "columns");
        Optional<List<String>> remote = given.texts(1, "refcolumns");
        if (local.isEmpty() || remote.isEmpty() || remote.get().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(name + "FOREIGN KEY (" + names.of(local.get()) + ") " + references(remote.get(), given));
    }

    /** What {@code table.column} points at, each of the same table. */
    String references(List<String> columns, Arguments given) {
        String first = columns.getFirst();
        int dot = first.lastIndexOf('.');
        String table = dot < 0 ? first : first.substring(0, dot);
        int schema = table.lastIndexOf('.');
        String target = schema < 0
                ? names.of(table)
                : names.of(Optional.of(table.substring(0, schema)), table.substring(schema + 1));
        String keys = columns.stream()
                .map(column -> names.of(column.substring(column.lastIndexOf('.') + 1)))
                .collect(Collectors.joining(", "));
        return "REFERENCES " + target + " (" + keys + ")" + actions(given);
    }

    static String actions(Arguments given) {
        return given.keyword("ondelete")
                        .flatMap(Values::text)
                        .map(action -> " ON DELETE " + action)
                        .orElse("")
                + given.keyword("onupdate")
                        .flatMap(Values::text)
                        .map(action -> " ON UPDATE " + action)
                        .orElse("");
    }

    String named(Optional<String> name) {
        return name.map(given -> "CONSTRAINT " + names.of(given) + " ").orElse("");
    }

    private Optional<String> columns(Arguments given) {
        List<String> columns = given.positional().stream()
                .flatMap(value -> Values.texts(value).stream().flatMap(List::stream))
                .toList();
        return columns.size() >= given.positional().size() && !columns.isEmpty()
                ? Optional.of(names.of(columns))
                : Optional.empty();
    }
}
