package dev.migtrue.system.django;

import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;

/**
 * An app of a project.
 *
 * @param label what migrations and the version table call it
 * @param folder where its migrations lie, or would lie if it had some
 * @param isOff whether the settings tell Django to pass over its migrations
 */
record App(String label, RepoPath folder, boolean isOff) {

    /** An app whose migrations run. */
    App(String label, RepoPath folder) {
        this(label, folder, false);
    }

    /** This app, passed over. */
    App off() {
        return new App(label, folder, true);
    }

    /** What migtrue calls a migration: as Django does in its own messages. */
    static MigrationId id(String label, String name) {
        return new MigrationId(label + "." + name);
    }
}
