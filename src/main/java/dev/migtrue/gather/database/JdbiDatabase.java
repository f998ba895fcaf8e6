package dev.migtrue.gather.database;

import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.VersionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
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

    private final DatabaseName name;
    private final DatabaseAddress address;
    private final Engine engine;
    private final Wording wording;
    private Optional<Handle> open = Optional.empty();
    private Optional<TableRead.NotRead> obstacle = Optional.empty();

    public JdbiDatabase(DatabaseName name, DatabaseAddress address, Timeouts timeouts) {
        this.name = name;
        this.address = address;
        this.engine = Engine.of(address, timeouts);
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
        if (obstacle.isEmpty() && open.isEmpty()) {
            open();
        }
        return obstacle.<TableRead>map(known -> known)
                .orElseGet(() -> read(open.orElseThrow(), engine.possible(table)));
    }

    private void open() {
        try {
            // Connected to before JDBI is started, which takes longer than finding out that nobody is there.
            Connection connection = engine.connect();
            Handle handle = jdbi(connection).open();
            open = Optional.of(handle);
            begin(handle);
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
        handle.begin();
        engine.preamble().forEach(handle::execute);
    }

    private TableRead read(Handle handle, VersionTable table) {
        VersionRows rows = new VersionRows(handle, engine);
        try {
            TableRead read = switch (TableChoice.among(rows.named(engine.tablesQuery(), table), table)) {
                case TableChoice.Chosen chosen ->
                    new TableRead.Rows(
                            chosen.table().shown(),
                            rows.of(chosen.table(), table),
                            engine.widthQuery().flatMap(sql -> rows.width(sql, chosen.table(), table)));
                case TableChoice.None none -> absent(handle, table);
                case TableChoice.Unclear unclear ->
                    wording.clean(new TableRead.NotRead(Obstacle.REFUSED, unclear.reason()));
            };
            engine.confirm();
            return read;
        } catch (NotReadException e) {
            return explained(e);
        } catch (JdbiException e) {
            TableRead.NotRead unread = explained(e);
            recover(handle, unread);
            return unread;
        }
    }

    private TableRead absent(Handle handle, VersionTable table) {
        try {
            engine.lookAt(table)
                    .ifPresent(
                            sql -> handle.createQuery(sql).mapTo(String.class).list());
        } catch (JdbiException e) {
            if (!engine.isAbsence(cause(e))) {
                throw e;
            }
        }
        return new TableRead.NoTable();
    }

    /**
     * A transaction in which a statement failed is of no more use; neither is the connection, if no other can be
     * begun.
     */
    private void recover(Handle handle, TableRead.NotRead unread) {
        try {
            handle.rollback();
            begin(handle);
        } catch (JdbiException e) {
            obstacle = Optional.of(unread);
        }
    }

    private TableRead.NotRead explained(Exception exception) {
        SQLException cause = cause(exception);
        return wording.clean(cause instanceof NotReadException own ? own.notRead() : engine.explain(cause));
    }

    private static SQLException cause(Exception exception) {
        return Stream.<Throwable>iterate(exception, next -> next != null, Throwable::getCause)
                .flatMap(next -> next instanceof SQLException found ? Stream.of(found) : Stream.empty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(exception));
    }

    @Override
    public void close() {
        open.ifPresent(JdbiDatabase::close);
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
