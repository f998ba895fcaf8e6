package dev.migtrue.gather.database;

import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.VersionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
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
        this.engine = switch (address) {
            case PostgresAddress postgres -> new PostgresEngine(postgres, timeouts);
            case SqliteAddress sqlite -> new SqliteEngine(sqlite, timeouts);
        };
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

    @Override
    public TableRead readLock(VersionTable table) {
        return read(table);
    }

    @Override
    public List<FoundTable> tables(Collection<String> names) {
        if (obstacle.isEmpty() && open.isEmpty()) {
            open();
        }
        return obstacle.isPresent() ? List.of() : tables(open.orElseThrow(), names);
    }

    private List<FoundTable> tables(Handle handle, Collection<String> names) {
        try {
            List<FoundTable> found = VersionRows.named(handle, engine, names);
            engine.confirm();
            return found;
        } catch (NotReadException e) {
            return List.of();
        } catch (JdbiException e) {
            recover(handle, explained(e));
            return List.of();
        }
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
        try {
            TableRead read =
                    switch (TableChoice.among(VersionRows.named(handle, engine, List.of(table.name())), table)) {
                        case TableChoice.Chosen chosen ->
                            new TableRead.Rows(
                                    chosen.table().shown(),
                                    VersionRows.of(handle, chosen.table(), table),
                                    engine.widthQuery()
                                            .flatMap(query -> VersionRows.width(handle, query, chosen.table(), table)));
                        case TableChoice.None none -> new TableRead.NoTable();
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
        SQLException cause = Stream.<Throwable>iterate(exception, next -> next != null, Throwable::getCause)
                .flatMap(next -> next instanceof SQLException found ? Stream.of(found) : Stream.empty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(exception));
        return wording.clean(cause instanceof NotReadException own ? own.notRead() : engine.explain(cause));
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
