package dev.migtrue.model;

import java.util.List;
import java.util.Optional;

/**
 * The table in which a migration tool remembers what it applied, as names to select; nothing is executed here.
 *
 * @param schema where it must be; absent means wherever the connection finds it
 * @param required columns without which it is not this tool's table, compared without regard to case
 * @param optional columns that some versions of the tool have, read where they exist
 * @param orderBy the columns that give the rows their order; among the required ones
 * @param foreign columns that only another tool's table of this name has
 * @param measured a column that may be too narrow for what the tool writes there; absent where none is
 */
public record VersionTable(
        Optional<String> schema,
        String name,
        List<String> required,
        List<String> optional,
        List<String> orderBy,
        List<String> foreign,
        Optional<String> measured) {

    public VersionTable {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
        orderBy = List.copyOf(orderBy);
        foreign = List.copyOf(foreign);
    }

    /** A table whose name no other tool uses. */
    public VersionTable(
            Optional<String> schema, String name, List<String> required, List<String> optional, List<String> orderBy) {
        this(schema, name, required, optional, orderBy, List.of());
    }

    /** A table whose columns hold all that the tool writes. */
    public VersionTable(
            Optional<String> schema,
            String name,
            List<String> required,
            List<String> optional,
            List<String> orderBy,
            List<String> foreign) {
        this(schema, name, required, optional, orderBy, foreign, Optional.empty());
    }

    /** A table that is wherever the connection finds it, of these required columns, the first of which gives the rows their order. */
    public static VersionTable of(String name, String... required) {
        return new VersionTable(
                Optional.empty(),
                name,
                List.of(required),
                List.of(),
                List.of(required).subList(0, 1));
    }

    /** This table, from which these columns too are read where they exist. */
    public VersionTable alsoReading(String... columns) {
        return new VersionTable(schema, name, required, List.of(columns), orderBy, foreign, measured);
    }

    /** This table, told from another tool's of the same name by columns that only that one has. */
    public VersionTable without(String... columns) {
        return new VersionTable(schema, name, required, optional, orderBy, List.of(columns), measured);
    }

    /** This table, of which the width of a column is asked too. */
    public VersionTable measuring(String column) {
        return new VersionTable(schema, name, required, optional, orderBy, foreign, Optional.of(column));
    }

    /** A table like this one under another name; absent {@code place} means wherever the connection finds it. */
    public VersionTable called(Optional<String> place, String other) {
        return new VersionTable(place, other, required, optional, orderBy, foreign, measured);
    }

    /** This table, looked for in one schema. */
    public VersionTable in(String place) {
        return called(Optional.of(place), name);
    }

    /** This table, looked for wherever the connection finds it. */
    public VersionTable anywhere() {
        return called(Optional.empty(), name);
    }
}
