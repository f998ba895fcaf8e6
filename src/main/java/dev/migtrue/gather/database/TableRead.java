package dev.migtrue.gather.database;

import dev.migtrue.model.Applied;
import dev.migtrue.model.Row;
import dev.migtrue.model.VersionTable;
import java.util.List;
import java.util.Optional;

/** What came of reading a version table. */
public sealed interface TableRead {

    /**
     * It was read. {@code table} is its name as found, with its schema where there is a choice; rows are in the
     * table's order; {@code width} is how many characters the {@link VersionTable#measured measured} column holds, absent
     * where none was asked for or the database holds to none.
     */
    record Rows(String table, List<Row> rows, Optional<Integer> width) implements TableRead {
        public Rows {
            rows = List.copyOf(rows);
        }

        /** Rows of a table of which no column was measured. */
        public Rows(String table, List<Row> rows) {
            this(table, rows, Optional.empty());
        }
    }

    /** The database answered, and has no such table. */
    record NoTable() implements TableRead {}

    /** It was not read; {@code reason} is one line, holds no secret and completes "not read: …". */
    record NotRead(Applied.Obstacle obstacle, String reason) implements TableRead {}
}
