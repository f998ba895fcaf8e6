package dev.migtrue.gather.database;

import java.util.List;
import java.util.Optional;

/** A table that is called like the one we look for, letter case aside; columns in the table's order. */
public record FoundTable(String schema, String name, Place place, List<String> columns) {

    /** Where a table is, seen from the connection. */
    public enum Place {
        /** In the schema in which the connection would create one. */
        HOME,
        /** In another schema of its search path. */
        ON_PATH,
        /** Where the connection does not look by itself. */
        ELSEWHERE
    }

    public FoundTable {
        columns = List.copyOf(columns);
    }

    FoundTable withColumns(List<String> all) {
        return new FoundTable(schema, name, place, all);
    }

    /** Its name, with its schema where that is not a matter of course. */
    public String shown() {
        return place == Place.HOME ? name : schema + "." + name;
    }

    /**
     * The column called {@code wanted} as the table spells it; one that differs in letter case is taken when there is
     * no other.
     */
    Optional<String> column(String wanted) {
        return columns.contains(wanted)
                ? Optional.of(wanted)
                : columns.stream().filter(wanted::equalsIgnoreCase).findFirst();
    }
}
