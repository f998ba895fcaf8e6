package dev.migtrue.facts;

import dev.migtrue.model.Location;
import dev.migtrue.model.MigrationId;
import java.util.List;

/**
 * A row of a version table that names a migration which no source has.
 *
 * @param names what it or its file is or was called, wherever that was seen, and what its row says of it; its id is one of them
 */
public record Orphan(MigrationId id, Location.InVersionTable at, List<String> names) {

    public Orphan {
        names = List.copyOf(names);
    }
}
