package dev.migtrue.cli;

import dev.migtrue.gather.address.Origin;
import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.DelegatedDatabase;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.model.Applied;
import dev.migtrue.model.Project;
import dev.migtrue.model.VersionTable;
import java.util.Set;

/**
 * A database that nobody named on the command line or in the configuration. Where only a hint leads to it, it may be away, or refuse us,
 * without anything being wrong.
 *
 * @param projects those whose database it is
 */
record FoundDatabase(Database database, Origin origin, Set<Project> projects) implements DelegatedDatabase {

    FoundDatabase {
        projects = Set.copyOf(projects);
    }

    @Override
    public boolean serves(Project project) {
        return projects.contains(project);
    }

    @Override
    public TableRead read(VersionTable table) {
        TableRead read = database.read(table);
        return read instanceof TableRead.NotRead unread
                        && unread.obstacle() != Applied.Obstacle.NOT_ASKED
                        && origin.authority() == Origin.Authority.HINT
                ? new TableRead.NotRead(Applied.Obstacle.NOT_ASKED, unread.reason() + " (only " + origin + " names it)")
                : read;
    }
}
