package dev.migtrue.system.liquibase.library;

import java.util.Optional;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.Database;
import liquibase.database.DatabaseConnection;
import liquibase.exception.LiquibaseException;

/** Has Liquibase run changesets on a database, which must be one to be thrown away. */
public final class ChangeSetRunner {

    private final Database database;

    private ChangeSetRunner(Database database) {
        this.database = database;
    }

    /**
     * One that works over a connection.
     *
     * @param table the version table
     * @param schema the schema that all lies in unless a changeset says otherwise; absent where the connection decides
     */
    public static ChangeSetRunner on(DatabaseConnection connection, String table, Optional<String> schema)
            throws LiquibaseException {
        Database database = Session.connected(connection);
        database.setDatabaseChangeLogTableName(table);
        if (schema.isPresent()) {
            database.setDefaultSchemaName(schema.get());
        }
        ChangeSetRunner runner = new ChangeSetRunner(database);
        new Session(database, new TextResources(path -> Optional.empty()))
                .within(
                        database,
                        () -> Scope.getCurrentScope()
                                .getSingleton(ChangeLogHistoryServiceFactory.class)
                                .getChangeLogService(database)
                                .init());
        return runner;
    }

    /** Liquibase's short name of the database. */
    public String dialect() {
        return database.getShortName();
    }

    /** Runs a changeset that was parsed for this kind of database; one whose preconditions say so counts as run. */
    public void run(ParsedChangeSet changeSet) throws LiquibaseException {
        changeSet.run(database);
    }
}
