package dev.migtrue.system.liquibase.library;

import liquibase.database.Database;
import liquibase.database.OfflineConnection;
import liquibase.resource.ResourceAccessor;

/**
 * A connection to nothing, to a server of the newest version. Liquibase's own would take down what is run, in a file in the working directory;
 * this one is never asked to.
 */
final class NoServer extends OfflineConnection {

    NoServer(String dialect, ResourceAccessor files) {
        super("offline:" + dialect + "?outputLiquibaseSql=none", files);
    }

    @Override
    public void attached(Database database) {
        // Its parent would enlist a history for the whole JVM here, which is kept in that file.
    }
}
