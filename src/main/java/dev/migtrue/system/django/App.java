package dev.migtrue.system.django;

import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;

/**
 * An app of a project.
 *
 * @param label what migrations and the version table call it
 * @param folder where its migrations lie, or would lie if it had some
 */
record App(String label, RepoPath folder) {

    /** What migtrue calls a migration: as Django does in its own messages. */
    static MigrationId id(String label, String name) {
        return new MigrationId(label + "." + name);
    }
}
