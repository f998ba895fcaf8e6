package dev.migtrue.cli;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.model.Applied;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.VersionTable;

/**
 * A database that the project names, and whose address is not there: it cannot be reached from here.
 *
 * @param reason where the address was looked for, and what is wrong there
 */
record DatabaseWithoutAddress(DatabaseName name, Applied.Obstacle obstacle, String reason) implements Database {

    DatabaseWithoutAddress(DatabaseName name, String reason) {
        this(name, Applied.Obstacle.UNREACHABLE, reason);
    }

    @Override
    public String target() {
        return "";
    }

    @Override
    public TableRead read(VersionTable table) {
        return new TableRead.NotRead(obstacle, reason);
    }
}
