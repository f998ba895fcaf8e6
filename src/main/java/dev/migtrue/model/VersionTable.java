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
 */
public record VersionTable(
        Optional<String> schema, String name, List<String> required, List<String> optional, List<String> orderBy) {

    public VersionTable {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
        orderBy = List.copyOf(orderBy);
    }
}
