package dev.migtrue.system.liquibase;

import dev.migtrue.model.HeldLock;
import dev.migtrue.model.Location;
import dev.migtrue.model.Row;
import dev.migtrue.model.VersionTable;
import java.util.List;
import java.util.Optional;

/** The table in which a run of Liquibase says that it is at work. A run that is killed leaves it so, and every other waits for it in vain. */
final class LockTable {

    private static final String ID = "id";
    private static final String LOCKED = "locked";
    private static final String GRANTED = "lockgranted";
    private static final String BY = "lockedby";

    private LockTable() {}

    /** The table of that name, wherever {@code schema} says. */
    static VersionTable named(Optional<String> schema, String name) {
        return new VersionTable(schema, name, List.of(ID, LOCKED, GRANTED, BY), List.of(), List.of(ID));
    }

    /** The lock that these rows tell of; absent while nobody holds it. */
    static Optional<HeldLock> read(String table, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.isTrue(LOCKED))
                .findFirst()
                .map(row -> new HeldLock(
                        new Location.InVersionTable(table, row.get(ID).orElse("1")),
                        row.get(GRANTED).filter(time -> !time.isBlank()),
                        row.get(BY).filter(user -> !user.isBlank()),
                        "liquibase release-locks"));
    }
}
