package dev.migtrue.gather.database;

import dev.migtrue.model.Applied;
import dev.migtrue.model.Row;
import java.util.List;

/** What came of reading a version table. */
public sealed interface TableRead {

    /**
     * It was read. {@code table} is its name as found, with its schema where there is a choice; rows are in the
     * table's order.
     */
    record Rows(String table, List<Row> rows) implements TableRead {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** The database answered, and has no such table. */
    record NoTable() implements TableRead {}

    /** It was not read; {@code reason} is one line, holds no secret and completes "not read: …". */
    record NotRead(Applied.Obstacle obstacle, String reason) implements TableRead {}
}
