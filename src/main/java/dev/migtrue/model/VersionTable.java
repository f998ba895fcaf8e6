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
 */
public record VersionTable(
        Optional<String> schema,
        String name,
        List<String> required,
        List<String> optional,
        List<String> orderBy,
        List<String> foreign) {

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

    /** This table, looked for wherever the connection finds it. */
    public VersionTable anywhere() {
        return new VersionTable(Optional.empty(), name, required, optional, orderBy, foreign);
    }
}
