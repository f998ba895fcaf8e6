package dev.migtrue.gather.database;

import dev.migtrue.gather.database.catalogue.Catalogue;
import dev.migtrue.gather.database.catalogue.PostgresCatalogue;
import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.VersionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/** PostgreSQL, and what speaks its protocol. */
final class PostgresEngine implements Engine {

    private final PostgresAddress address;
    private final Timeouts timeouts;

    PostgresEngine(PostgresAddress address, Timeouts timeouts) {
        this.address = address;
        this.timeouts = new Timeouts(address.connectTimeout().orElse(timeouts.connect()), timeouts.statement());
    }

    @Override
    public Connection connect() throws SQLException {
        // Not by way of DriverManager: it would first load every driver there is.
        return Optional.ofNullable(new Driver()
                        .connect(
                                address.jdbcUrl(ListeningHosts.among(address.hosts(), timeouts.connect())),
                                properties()))
                .orElseThrow(() -> new NotReadException(Obstacle.REFUSED, "the driver does not take this address"));
    }

    private Properties properties() {
        Properties properties = address.driverProperties();
        properties.putIfAbsent("ApplicationName", "migtrue");
        // Transactions begin with READ ONLY. The driver's other mode, "always", would set the session: behind a pooler
        // that lends sessions by the transaction, some other program would find itself unable to write.
        properties.setProperty("readOnly", "true");
        properties.setProperty("readOnlyMode", "transaction");
        // Prepared statements live in a session too.
        properties.setProperty("prepareThreshold", "0");
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("loginTimeout", String.valueOf(timeouts.connect().toMillis() / 1000.0));
        properties.setProperty("connectTimeout", wholeSeconds(timeouts.connect()));
        // The server ends a statement in time by itself, unless it is stuck; the margin is for the way there and back.
        properties.setProperty(
                "socketTimeout", wholeSeconds(timeouts.statement().plusSeconds(2)));
        return properties;
    }

    private static String wholeSeconds(Duration duration) {
        return String.valueOf(duration.plusMillis(999).toSeconds());
    }

    @Override
    public List<String> preamble() {
        long millis = timeouts.statement().toMillis();
        // A little less for locks, so that the server says what it waited for.
        return List.of(
                "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
                "SET LOCAL statement_timeout = " + millis,
                "SET LOCAL lock_timeout = " + millis * 4 / 5);
    }

    @Override
    public VersionTable possible(VersionTable table) {
        return table;
    }

    @Override
    public String quoted(String name) {
        return Engine.inDoubleQuotes(name);
    }

    /**
     * From the catalogue itself: the information schema hides what the role has no right to, as if it were not there.
     */
    @Override
    public String tablesQuery(String names) {
        return """
                SELECT n.nspname, c.relname,
                       CASE WHEN n.nspname = current_schema() THEN 'HOME'
                            WHEN n.nspname = ANY (current_schemas(false)) THEN 'ON_PATH'
                            ELSE 'ELSEWHERE' END,
                       a.attname
                FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE lower(c.relname) IN (%s) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                  AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%%'
                ORDER BY array_position(current_schemas(false), n.nspname), n.nspname, c.relname, a.attnum""".formatted(names);
    }

    @Override
    public Optional<String> widthQuery() {
        return Optional.of("""
                SELECT CASE WHEN a.atttypid IN ('varchar'::regtype, 'bpchar'::regtype) AND a.atttypmod > 0
                            THEN a.atttypmod - 4 END
                FROM pg_catalog.pg_attribute a
                JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ? AND c.relname = ? AND a.attname = ?""");
    }

    @Override
    public Optional<String> schemasQuery() {
        return Optional.of("SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname LIKE ? ORDER BY nspname");
    }

    @Override
    public Optional<String> databasesQuery() {
        return Optional.of(
                "SELECT datname FROM pg_catalog.pg_database WHERE datallowconn AND datname LIKE ? ORDER BY datname");
    }

    @Override
    public Optional<String> structureQuery() {
        return Optional.of("""
                SELECT line FROM (
                    SELECT concat_ws(' ', 'column', n.nspname, c.relname, c.relkind::text, a.attname,
                                     format_type(a.atttypid, a.atttypmod), a.attnotnull::text, a.attidentity::text,
                                     a.attgenerated::text, pg_get_expr(d.adbin, d.adrelid)) AS line
                    FROM pg_catalog.pg_attribute a
                    JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
                    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                    LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                    WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                      AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
                    UNION ALL
                    SELECT concat_ws(' ', 'index', schemaname, indexdef)
                    FROM pg_catalog.pg_indexes
                    WHERE schemaname <> 'information_schema' AND schemaname NOT LIKE 'pg\\_%'
                    UNION ALL
                    SELECT concat_ws(' ', 'constraint', n.nspname, r.conrelid::regclass::text, r.conname,
                                     pg_get_constraintdef(r.oid))
                    FROM pg_catalog.pg_constraint r
                    JOIN pg_catalog.pg_namespace n ON n.oid = r.connamespace
                    WHERE r.conrelid <> 0 AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
                ) AS lines
                ORDER BY line COLLATE "C" ASC""");
    }

    @Override
    public Catalogue catalogue() {
        return new PostgresCatalogue();
    }

    @Override
    public void confirm() {
        // One transaction reads everything, and sees one state of the database.
    }

    @Override
    public TableRead.NotRead explain(SQLException exception) {
        PostgresFailure failure = new PostgresFailure(exception, timeouts);
        String words = failure.words(Optional.ofNullable(address.properties().get("targetServerType"))
                .filter(type -> !type.equals("any")));
        String hint =
                Pooler.hint(address.hosts()).map(known -> " (" + known + ")").orElse("");
        return new TableRead.NotRead(failure.obstacle(), address.place() + ": " + words + hint);
    }

    @Override
    public Collection<Secret> secrets() {
        return address.secrets().values();
    }

    @Override
    public void close() {
        // Nothing is left but the connection, which is not ours.
    }
}
