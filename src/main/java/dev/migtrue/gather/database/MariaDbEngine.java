package dev.migtrue.gather.database;

import dev.migtrue.gather.database.MariaDbAddress.Tls;
import dev.migtrue.gather.database.catalogue.Catalogue;
import dev.migtrue.gather.database.catalogue.MariaDbCatalogue;
import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.VersionTable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.mariadb.jdbc.NonRegisteringDriver;

/** MySQL and MariaDB, through the driver of the latter. */
final class MariaDbEngine implements Engine {

    /** The ways to log in that do not hand the password to whoever pretends to be the server. */
    private static final String CAREFUL_LOGINS =
            "mysql_native_password,client_ed25519,parsec,caching_sha2_password," + "sha256_password,auth_gssapi_client";

    /** What holds for every connection. */
    private static final Map<String, String> HARMLESS = Map.of(
            "connectionAttributes", "program_name:migtrue",
            // Said with what the driver sets up at the start anyway, and never again.
            "autocommit", "false",
            "jdbcCompliantTruncation", "false",
            "useServerPrepStmts", "false",
            "allowMultiQueries", "false",
            "createDatabaseIfNotExist", "false",
            // A server could ask for any file of this machine, or send us and our password elsewhere.
            "allowLocalInfile", "false",
            "allowPublicKeyRetrieval", "false",
            "permitRedirect", "false");

    private final MariaDbAddress address;
    private final Timeouts timeouts;
    private Optional<String> statementLimit = Optional.empty();

    MariaDbEngine(MariaDbAddress address, Timeouts timeouts) {
        this.address = address;
        this.timeouts = new Timeouts(address.connectTimeout().orElse(timeouts.connect()), timeouts.statement());
    }

    @Override
    public Connection connect() throws SQLException {
        HostPort host =
                ListeningHosts.among(address.hosts(), timeouts.connect()).getFirst();
        Connection connection = connect(host);
        // The server ends a statement in time by itself, unless it is stuck; the margin is for the way there and back.
        connection.setNetworkTimeout(
                Runnable::run, (int) timeouts.statement().plusSeconds(2).toMillis());
        statementLimit = statementLimit(connection.getMetaData());
        return connection;
    }

    private Connection connect(HostPort host) throws SQLException {
        try {
            return connect(host, address.tls());
        } catch (SQLException e) {
            if (address.tls() == Tls.PREFERRED && MariaDbFailure.isLackOfTls(e)) {
                return connect(host, Tls.DISABLED);
            }
            throw e;
        }
    }

    private Connection connect(HostPort host, Tls tls) throws SQLException {
        String url = "jdbc:mariadb://address=(host=" + host.host() + ")(port=" + host.port() + ")/";
        return Optional.ofNullable(new NonRegisteringDriver().connect(url, properties(tls)))
                .orElseThrow(() -> new NotReadException(Obstacle.REFUSED, "the driver does not take this address"));
    }

    private Properties properties(Tls tls) {
        Properties properties = new Properties();
        properties.putAll(HARMLESS);
        String patience = String.valueOf(timeouts.connect().toMillis());
        properties.setProperty("connectTimeout", patience);
        properties.setProperty("socketTimeout", patience);
        properties.setProperty("sslMode", tls.word());
        if (!tls.isVerified()) {
            properties.setProperty("restrictedAuth", CAREFUL_LOGINS);
        }
        address.user().ifPresent(user -> properties.setProperty("user", user));
        address.password().ifPresent(password -> properties.setProperty("password", password.value()));
        address.database().ifPresent(database -> properties.setProperty("database", database));
        address.certificate().ifPresent(file -> properties.setProperty("serverSslCert", file));
        return properties;
    }

    /** What limits the time of a statement, if the server is new enough to have it; each product has its own. */
    private Optional<String> statementLimit(DatabaseMetaData server) throws SQLException {
        Duration limit = timeouts.statement();
        int version = server.getDatabaseMajorVersion() * 100 + server.getDatabaseMinorVersion();
        if (server.getDatabaseProductName().equals("MariaDB")) {
            return version < 1001 ? Optional.empty() : Optional.of("max_statement_time = " + seconds(limit));
        }
        return version < 507 ? Optional.empty() : Optional.of("max_execution_time = " + limit.toMillis());
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).toPlainString();
    }

    @Override
    public List<String> preamble() {
        // A little less for locks, so that the server says what it waited for; it counts whole seconds, one at least.
        long locks = Math.max(1, timeouts.statement().toMillis() * 4 / 5 / 1000);
        String limits = "lock_wait_timeout = " + locks + ", innodb_lock_wait_timeout = " + locks;
        return List.of(
                "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
                "SET SESSION " + statementLimit.map(limit -> limit + ", ").orElse("") + limits,
                "START TRANSACTION READ ONLY, WITH CONSISTENT SNAPSHOT");
    }

    @Override
    public VersionTable possible(VersionTable table) {
        return table;
    }

    @Override
    public String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** In one database only: for each that it looks into, the server may have to open every table. */
    @Override
    public String tablesQuery(String names) {
        return """
                SELECT c.table_schema, c.table_name,
                       CASE WHEN c.table_schema = database() THEN 'HOME' ELSE 'ELSEWHERE' END,
                       c.column_name
                FROM information_schema.columns AS c
                WHERE lower(c.table_name) IN (%s) AND c.table_schema = coalesce(?, database())
                ORDER BY c.table_schema, c.table_name, c.ordinal_position""".formatted(names);
    }

    @Override
    public boolean isSearchedBySchema() {
        return true;
    }

    /** The catalogue has only what one has a right to. */
    @Override
    public Optional<String> lookAt(VersionTable table) {
        String place = table.schema().map(schema -> quoted(schema) + ".").orElse("");
        return Optional.of("SELECT 1 FROM " + place + quoted(table.name()) + " LIMIT 0");
    }

    @Override
    public boolean isAbsence(SQLException exception) {
        return MariaDbFailure.isAbsence(exception);
    }

    @Override
    public Optional<String> widthQuery() {
        return Optional.of("""
                SELECT c.character_maximum_length
                FROM information_schema.columns AS c
                WHERE c.table_schema = ? AND c.table_name = ? AND c.column_name = ?
                  AND c.data_type IN ('varchar', 'char')""");
    }

    @Override
    public Optional<String> schemasQuery() {
        return Optional.of("SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE ? ORDER BY 1");
    }

    @Override
    public Optional<String> structureQuery() {
        return Optional.of("""
                SELECT line FROM (
                    SELECT concat_ws(' ', 'column', table_name, column_name, column_type, is_nullable,
                                     coalesce(column_default, '-'), extra, collation_name) AS line
                    FROM information_schema.columns
                    WHERE table_schema = database()
                    UNION ALL
                    SELECT concat_ws(' ', 'index', table_name, index_name, non_unique, seq_in_index, column_name, sub_part)
                    FROM information_schema.statistics
                    WHERE table_schema = database()
                    UNION ALL
                    SELECT concat_ws(' ', 'constraint', table_name, constraint_type, constraint_name)
                    FROM information_schema.table_constraints
                    WHERE table_schema = database()
                ) AS made
                ORDER BY binary line""");
    }

    @Override
    public Catalogue catalogue() {
        return new MariaDbCatalogue();
    }

    @Override
    public void confirm() {
        // One transaction reads everything, and sees one state of the database.
    }

    @Override
    public TableRead.NotRead explain(SQLException exception) {
        return new MariaDbFailure(exception, timeouts).at(ListeningHosts.shown(address.hosts()));
    }

    @Override
    public Collection<Secret> secrets() {
        return address.password().stream().toList();
    }

    /**
     * Aborting would send {@code KILL} by way of another connection. The driver comes to the end of its patience by itself, and would then begin anew to
     * wait for the end of what the server sends; a connection does not take another limit while it waits, but what is behind it does.
     */
    @Override
    public void endWait(Connection connection) throws SQLException {
        connection.unwrap(org.mariadb.jdbc.Connection.class).getClient().setSocketTimeout(1);
    }

    @Override
    public void close() {
        // Nothing is left but the connection, which is not ours.
    }
}
