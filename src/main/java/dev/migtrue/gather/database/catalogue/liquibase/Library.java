package dev.migtrue.gather.database.catalogue.liquibase;

import dev.migtrue.gather.database.catalogue.CatalogueException;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.CatalogAndSchema;
import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.UnsupportedDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.executor.ExecutorService;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Column;
import liquibase.structure.core.ForeignKey;
import liquibase.structure.core.Index;
import liquibase.structure.core.PrimaryKey;
import liquibase.structure.core.Schema;
import liquibase.structure.core.Sequence;
import liquibase.structure.core.Table;
import liquibase.structure.core.UniqueConstraint;
import liquibase.structure.core.View;
import liquibase.ui.LoggerUIService;

/** Liquibase at work on a connection that is not its own: silent, without telemetry, and with nothing left of it afterwards. */
final class Library {

    /** Held here, or it would be collected and its level with it. */
    private static final Logger SILENCED = Logger.getLogger("liquibase");

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static final Class<? extends DatabaseObject>[] WANTED = new Class[] {
        Schema.class,
        Table.class,
        View.class,
        Column.class,
        PrimaryKey.class,
        UniqueConstraint.class,
        ForeignKey.class,
        Index.class,
        Sequence.class
    };

    private Library() {}

    /**
     * Takes a snapshot of each schema. One at a time: the library keeps what it read in one place for the whole JVM.
     *
     * @param taker is given each snapshot while the library is there to ask
     */
    @SuppressWarnings("IllegalCatch")
    static synchronized void snapshots(Connection connection, List<String> schemas, Consumer<DatabaseSnapshot> taker) {
        SILENCED.setLevel(Level.OFF);
        try {
            Scope.child(surroundings(), () -> {
                Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                if (database instanceof UnsupportedDatabase) {
                    throw new LiquibaseException("it does not know this kind of database");
                }
                try {
                    for (String schema : schemas) {
                        taker.accept(snapshot(database, schema));
                    }
                } finally {
                    Scope.getCurrentScope().getSingleton(ExecutorService.class).clearExecutor("jdbc", database);
                    SnapshotGeneratorFactory.resetAll();
                }
            });
        } catch (Exception | LinkageError problem) {
            throw new CatalogueException("liquibase-core cannot read the schema: " + problem.getMessage(), problem);
        }
    }

    private static Map<String, Object> surroundings() {
        return Map.of(
                AnalyticsArgs.ENABLED.getKey(), false,
                GlobalConfiguration.SECURE_PARSING.getKey(), true,
                Scope.Attr.ui.name(), new LoggerUIService());
    }

    private static DatabaseSnapshot snapshot(Database database, String schema) throws LiquibaseException {
        // Its readers keep the identity columns of the first schema that they saw for all that come later.
        SnapshotGeneratorFactory.resetAll();
        // Where it takes schemas for catalogues, a catalogue would be taken for the schema.
        CatalogAndSchema place = new CatalogAndSchema(null, schema).customize(database);
        DatabaseSnapshot snapshot = SnapshotGeneratorFactory.getInstance()
                .createSnapshot(place, database, new SnapshotControl(database, false, WANTED));
        if (snapshot.get(Schema.class).isEmpty()) {
            throw new LiquibaseException("it does not find the schema " + schema);
        }
        return snapshot;
    }
}
