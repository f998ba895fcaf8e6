package dev.migtrue.gather.database;

import dev.migtrue.gather.database.catalogue.Catalogue;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.TenantPattern;
import dev.migtrue.model.VersionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * A real database, read through JDBI. It is connected to when first read, and all reading happens in one read-only
 * transaction. What kept it from being opened is remembered, so that nobody waits for it twice. Not for several
 * threads.
 */
public final class JdbiDatabase implements Database {

    /** After two seconds the drivers give up by themselves. */
    private static final Duration MARGIN = Duration.ofMillis(1700);

    private final DatabaseName name;
    private final DatabaseAddress address;
    private final Timeouts timeouts;
    private final DriverFolder drivers;
    private final Engine engine;
    private final Wording wording;
    private Optional<VersionRows> open = Optional.empty();
    private Optional<Watch> watched = Optional.empty();
    private Optional<TableRead.NotRead> obstacle = Optional.empty();

    /** One whose driver comes with migtrue. */
    public JdbiDatabase(DatabaseName name, DatabaseAddress address, Timeouts timeouts) {
        this(name, address, timeouts, DriverFolder.none());
    }

    /** @param drivers where the driver is, if it does not come with migtrue */
    public JdbiDatabase(DatabaseName name, DatabaseAddress address, Timeouts timeouts, DriverFolder drivers) {
        this.name = name;
        this.address = address;
        this.timeouts = timeouts;
        this.drivers = drivers;
        this.engine = Engine.of(address, timeouts, drivers);
        this.wording = new Wording(engine.secrets());
    }

    @Override
    public DatabaseName name() {
        return name;
    }

    @Override
    public String target() {
        return address.target();
    }

    @Override
    public TableRead read(VersionTable table) {
        return inTransaction(
                rows -> {
                    TableRead read = read(rows, engine.possible(table));
                    engine.confirm();
                    return read;
                },
                unread -> unread);
    }

    @Override
    public TableRead readLock(VersionTable table) {
        return read(table);
    }

    @Override
    public List<FoundTable> tables(Collection<String> names) {
        return inTransaction(
                rows -> {
                    List<FoundTable> found = rows.named(names, Optional.empty());
                    engine.confirm();
                    return found;
                },
                unread -> List.of());
    }

    @Override
    public Optional<String> schemaFingerprint() {
        return engine.structureQuery()
                .flatMap(sql -> inTransaction(
                        rows -> {
                            String fingerprint = Fingerprint.of(rows.names(sql, List.of()));
                            engine.confirm();
                            return Optional.of(fingerprint);
                        },
                        unread -> Optional.empty()));
    }

    @Override
    public SchemaRead readSchema() {
        Catalogue catalogue = engine.catalogue();
        return inTransaction(
                rows -> {
                    Schema schema = rows.schema(catalogue, watched.orElseThrow());
                    Map<ObjectId, String> owners = rows.owners(catalogue);
                    engine.confirm();
                    return new SchemaRead.Read(schema, owners, catalogue.omissions(), rows.spoken(catalogue));
                },
                SchemaRead.NotRead::new);
    }

    /** The schema in which its objects mostly lie, where all its schemas are read at once; absent where it has none. */
    Optional<String> home() {
        return engine.catalogue().home();
    }

    /** What reads in the transaction. */
    private interface Reading<T> {
        T of(VersionRows rows) throws NotReadException;
    }

    /** Reads, after connecting where that was not done; {@code instead} is what comes of it where nothing can be read. */
    private <T> T inTransaction(Reading<T> reading, Function<TableRead.NotRead, T> instead) {
        if (obstacle.isEmpty() && open.isEmpty()) {
            open();
        }
        if (obstacle.isPresent()) {
            return instead.apply(obstacle.get());
        }
        VersionRows rows = open.orElseThrow();
        try {
            return reading.of(rows);
        } catch (NotReadException e) {
            return instead.apply(explained(e));
        } catch (JdbiException e) {
            TableRead.NotRead unread = explained(e);
            if (Causes.isLoss(e)) {
                giveUp(unread);
            } else {
                recover(rows.handle(), unread);
            }
            return instead.apply(unread);
        }
    }

    /** The same database, with a connection of its own. */
    JdbiDatabase again() {
        return new JdbiDatabase(name, address, timeouts, drivers);
    }

    /** Another database on the same server. */
    JdbiDatabase beside(String database) {
        DatabaseAddress other = address.beside(database)
                .orElseThrow(() -> new IllegalStateException("there are no databases beside " + address));
        return new JdbiDatabase(name, other, timeouts, drivers);
    }

    /** Which tenants it has. */
    Names names(TenantPattern pattern) {
        return switch (pattern) {
            case TenantPattern.Schemas schemas -> names(engine.schemasQuery(), List.of(schemas.like()));
            case TenantPattern.Databases databases -> names(engine.databasesQuery(), List.of(databases.like()));
            case TenantPattern.Query query ->
                ReadOnlyStatements.allow(query.sql())
                        ? names(Optional.of(query.sql()), List.of())
                        : refused("the query for tenants does more than read: only one plain SELECT is sent");
        };
    }

    private Names names(Optional<String> sql, List<String> parameters) {
        return sql.<Names>map(query ->
                        inTransaction(rows -> new Names.Read(rows.names(query, parameters)), Names.NotRead::new))
                .orElseGet(() -> refused("this kind of database has no such tenants"));
    }

    private static Names refused(String reason) {
        return new Names.NotRead(new TableRead.NotRead(Obstacle.REFUSED, reason));
    }

    private void open() {
        try {
            // Connected to before JDBI is started, which takes longer than finding out that nobody is there.
            Connection connection = engine.connect();
            Jdbi jdbi = jdbi(connection);
            Watch watch = new Watch(connection, timeouts.statement().plus(MARGIN), engine::endWait);
            watched = Optional.of(watch);
            jdbi.setSqlLogger(watch);
            begin(jdbi.open());
        } catch (SQLException | JdbiException e) {
            obstacle = Optional.of(explained(e));
        }
    }

    private static Jdbi jdbi(Connection connection) {
        Jdbi jdbi = Jdbi.create(() -> connection);
        jdbi.setStatementBuilderFactory(any -> new ReadOnlyStatements());
        // Where a connection never commits by itself, it always is in a transaction; ours is rolled back before
        // closing.
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(TemplateEngine.NOP)
                .setSqlParser(new VerbatimSql());
        return jdbi;
    }

    private void begin(Handle handle) {
        open = Optional.of(new VersionRows(handle, engine));
        handle.begin();
        engine.preamble().forEach(handle::execute);
    }

    private TableRead read(VersionRows rows, VersionTable table) {
        return switch (TableChoice.among(rows.named(List.of(table.name()), table.schema()), table)) {
            case TableChoice.Chosen chosen ->
                new TableRead.Rows(
                        chosen.table().shown(),
                        rows.of(chosen.table(), table),
                        engine.widthQuery().flatMap(sql -> rows.width(sql, chosen.table(), table)));
            case TableChoice.None none -> absent(rows, table);
            case TableChoice.Unclear unclear ->
                wording.clean(new TableRead.NotRead(Obstacle.REFUSED, unclear.reason()));
        };
    }

    private TableRead absent(VersionRows rows, VersionTable table) {
        try {
            engine.lookAt(table).ifPresent(sql -> rows.names(sql, List.of()));
        } catch (JdbiException e) {
            if (!engine.isAbsence(Causes.sql(e))) {
                throw e;
            }
        }
        return engine.sightQuery(table)
                .filter(sql -> rows.names(sql, List.of()).isEmpty())
                .<TableRead>map(hidden -> wording.clean(new TableRead.NotRead(
                        Obstacle.REFUSED,
                        "this user sees no table " + table.name()
                                + ", or there is none; only who may read all tables can" + " tell")))
                .orElseGet(TableRead.NoTable::new);
    }

    /** A transaction in which a statement failed is of no more use; neither is the connection, if no other can be begun. */
    private void recover(Handle handle, TableRead.NotRead unread) {
        try {
            handle.rollback();
            begin(handle);
        } catch (JdbiException e) {
            obstacle = Optional.of(unread);
        }
    }

    /** Whoever rolled back, or took leave, would wait once more for an answer that does not come. */
    private void giveUp(TableRead.NotRead unread) {
        obstacle = Optional.of(unread);
        open.map(VersionRows::handle).ifPresent(JdbiDatabase::abort);
        open = Optional.empty();
    }

    private static void abort(Handle handle) {
        try {
            handle.getConnection().abort(Runnable::run);
        } catch (SQLException e) {
            // It is gone already: that is what aborting is for.
        }
    }

    private TableRead.NotRead explained(Exception exception) {
        SQLException cause = watched.flatMap(Watch::silence).orElseGet(() -> Causes.sql(exception));
        return wording.clean(cause instanceof NotReadException own ? own.notRead() : engine.explain(cause));
    }

    @Override
    public void close() {
        open.map(VersionRows::handle).ifPresent(JdbiDatabase::close);
        open = Optional.empty();
        engine.close();
    }

    private static void close(Handle handle) {
        try (handle) {
            handle.rollback();
        } catch (JdbiException e) {
            // The connection is gone already: that is what closing is for.
        }
    }
}
