package dev.migtrue.system.liquibase.library;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.database.Database;
import liquibase.database.DatabaseConnection;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.UnsupportedDatabase;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserConfiguration;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/** The surroundings in which Liquibase works for us. */
final class Session {

    /** Held here, or it would be collected and its level with it. */
    private static final Logger SILENCED = Logger.getLogger("liquibase");

    private final Map<String, Object> attributes;
    private final Database database;
    private final ResourceAccessor files;

    /** A kind of database without a connection; one that is not known stands for any that no changelog names. */
    static Database database(String dialect) {
        SILENCED.setLevel(Level.OFF);
        return fresh(dialect).orElseGet(UnsupportedDatabase::new);
    }

    /** Liquibase itself has one of each kind for the whole JVM: whoever connected that would connect all. */
    private static Optional<Database> fresh(String dialect) {
        return Optional.ofNullable(DatabaseFactory.getInstance().getDatabase(dialect))
                .map(shared -> {
                    try {
                        return shared.getClass().getDeclaredConstructor().newInstance();
                    } catch (ReflectiveOperationException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                });
    }

    /** A database over a connection. */
    static Database connected(DatabaseConnection connection) throws DatabaseException {
        SILENCED.setLevel(Level.OFF);
        return DatabaseFactory.getInstance().findCorrectDatabaseImplementation(connection);
    }

    Session(Database database, ResourceAccessor files) {
        this.database = database;
        this.files = files;
        this.attributes = Map.of(
                AnalyticsArgs.ENABLED.getKey(),
                false,
                GlobalConfiguration.VALIDATE_XML_CHANGELOG_FILES.getKey(),
                false,
                GlobalConfiguration.SECURE_PARSING.getKey(),
                true,
                // A change that it does not know costs only the changeset that has it.
                ChangeLogParserConfiguration.CHANGELOG_PARSE_MODE.getKey(),
                ChangeLogParserConfiguration.ChangelogParseMode.LAX,
                Scope.Attr.database.name(),
                database,
                Scope.Attr.resourceAccessor.name(),
                files,
                Scope.Attr.classLoader.name(),
                new OwnClasses());
    }

    Database database() {
        return database;
    }

    /** As this one, with a database of the same kind that is connected to nothing; absent for a kind that is not known. */
    Optional<Session> withoutServer(String dialect) {
        return fresh(dialect).flatMap(fresh -> {
            Session session = new Session(fresh, files);
            return session.run(() -> {
                fresh.setConnection(new NoServer(dialect, files));
                // In which schema a run begins, the connection would say.
                fresh.setOutputDefaultSchema(false);
                return session;
            });
        });
    }

    /** Has Liquibase do something to a database that it is connected to. */
    @SuppressWarnings("IllegalCatch")
    void within(Database connected, Scope.ScopedRunner<?> work) throws LiquibaseException {
        Map<String, Object> there = new HashMap<>(attributes);
        there.put(Scope.Attr.database.name(), connected);
        there.put(Scope.Attr.ui.name(), new LoggerUIService());
        try {
            Scope.child(there, work);
        } catch (LiquibaseException refused) {
            throw refused;
        } catch (Exception | LinkageError givenUp) {
            throw new LiquibaseException(givenUp);
        }
    }

    /** What Liquibase makes of something; absent when it gives up, in whichever way. */
    @SuppressWarnings("IllegalCatch")
    <T> Optional<T> run(Scope.ScopedRunnerWithReturn<T> work) {
        try {
            return Optional.ofNullable(Scope.child(attributes, work));
        } catch (Exception | LinkageError givenUp) {
            return Optional.empty();
        }
    }
}
