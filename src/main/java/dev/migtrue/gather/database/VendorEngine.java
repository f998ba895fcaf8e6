package dev.migtrue.gather.database;

import dev.migtrue.gather.database.catalogue.Catalogue;
import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.VersionTable;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** SQL Server, Oracle and ClickHouse, through the drivers that a user brings along. */
final class VendorEngine implements Engine {

    private final VendorAddress address;
    private final Timeouts timeouts;
    private final DriverFolder drivers;
    private final VendorSql sql;
    private Duration patience;

    VendorEngine(VendorAddress address, Timeouts timeouts, DriverFolder drivers) {
        this.address = address;
        this.timeouts = new Timeouts(address.connectTimeout().orElse(timeouts.connect()), timeouts.statement());
        this.drivers = drivers;
        this.sql = VendorSql.of(address.vendor());
        this.patience = this.timeouts.connect();
    }

    @Override
    public Connection connect() throws SQLException {
        // Whether somebody listens matters less than a driver that is not there: without it nothing is ever read.
        Driver driver = drivers.driver(address.vendor());
        HostPort host =
                ListeningHosts.among(address.hosts(), timeouts.connect()).getFirst();
        try {
            Connection connection = Optional.ofNullable(driver.connect(url(host), properties(host)))
                    .orElseThrow(() -> new NotReadException(Obstacle.REFUSED, "the driver does not take this address"));
            patience = forAnswers();
            if (address.vendor() == Vendor.ORACLE) {
                // It has one limit for the login and for all answers after it.
                connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
            }
            return connection;
        } catch (LinkageError e) {
            throw new NotReadException(
                    Obstacle.REFUSED,
                    "the driver for " + address.vendor().title() + " lacks a part of itself ("
                            + e.getClass().getSimpleName() + "); it should be "
                            + address.vendor().wanted());
        }
    }

    private String url(HostPort host) {
        String name = host.host().contains(":") && address.vendor() == Vendor.CLICKHOUSE
                ? "[" + host.host() + "]"
                : host.host();
        return address.driverUrl().replace("{host}", name).replace("{port}", String.valueOf(host.port()));
    }

    private Properties properties(HostPort host) {
        Properties properties = new Properties();
        properties.putAll(settings(host));
        properties.putAll(address.settings());
        address.user().ifPresent(user -> properties.setProperty("user", user));
        address.password().ifPresent(password -> properties.setProperty("password", password.value()));
        return properties;
    }

    /** What every connection is told: to wait no longer than we do, and to write nothing. */
    private Map<String, String> settings(HostPort host) {
        return switch (address.vendor()) {
            case SQL_SERVER -> sqlServerSettings(host);
            case ORACLE ->
                Map.of(
                        "v$session.program", "migtrue",
                        "oracle.net.CONNECT_TIMEOUT", millis(timeouts.connect()),
                        "oracle.jdbc.ReadTimeout", millis(timeouts.connect()));
            case CLICKHOUSE ->
                Map.of(
                        "client_name", "migtrue",
                        "connection_timeout", millis(timeouts.connect()),
                        "socket_timeout", millis(forAnswers()),
                        "retry", "0",
                        "compress", "false",
                        // JDBI begins a transaction, and there are none.
                        "jdbc_ignore_unsupported_values", "true",
                        "clickhouse_setting_readonly", "1",
                        "database", address.database().orElse("default"));
        };
    }

    private Map<String, String> sqlServerSettings(HostPort host) {
        Map<String, String> settings = new HashMap<>();
        settings.put("serverName", host.host());
        settings.put("portNumber", String.valueOf(host.port()));
        address.database().ifPresent(name -> settings.put("databaseName", name));
        settings.put("applicationName", "migtrue");
        settings.put("applicationIntent", "ReadOnly");
        settings.put("connectRetryCount", "0");
        settings.put("loginTimeout", wholeSeconds(timeouts.connect()));
        settings.put("socketTimeout", millis(forAnswers()));
        settings.put("queryTimeout", wholeSeconds(timeouts.statement()));
        // A little less for locks, so that the server says what it waited for.
        settings.put("lockTimeout", String.valueOf(timeouts.statement().toMillis() * 4 / 5));
        return settings;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    /** The margin is for the way there and back. */
    private Duration forAnswers() {
        return timeouts.statement().plusSeconds(2);
    }

    private static String wholeSeconds(Duration duration) {
        return String.valueOf(duration.plusMillis(999).toSeconds());
    }

    @Override
    public List<String> preamble() {
        return sql.preamble();
    }

    @Override
    public VersionTable possible(VersionTable table) {
        return table;
    }

    @Override
    public String quoted(String name) {
        return Engine.inDoubleQuotes(address.vendor() == Vendor.CLICKHOUSE ? name.replace("\\", "\\\\") : name);
    }

    @Override
    public String tablesQuery(String names) {
        return sql.tables().formatted(names);
    }

    @Override
    public Optional<String> widthQuery() {
        return sql.width();
    }

    /** The catalogues have only what one has a right to; Oracle says the same of what is not there and what is not shown. */
    @Override
    public Optional<String> lookAt(VersionTable table) {
        String place = table.schema().map(schema -> quoted(schema) + ".").orElse("");
        return address.vendor() == Vendor.ORACLE
                ? Optional.empty()
                : Optional.of("SELECT 1 FROM " + place + quoted(table.name()) + " WHERE 1 = 0");
    }

    @Override
    public Optional<String> sightQuery(VersionTable table) {
        if (address.vendor() != Vendor.ORACLE) {
            return Optional.empty();
        }
        // Whoever may create tables is the owner, in whose schema all is seen; elsewhere it takes a right to all.
        String own = table.schema()
                .map(schema -> "UNION ALL SELECT 1 FROM user_users WHERE lower(username) = lower("
                        + VendorSql.text(schema) + ")")
                .orElse("UNION ALL SELECT 1 FROM session_privs WHERE privilege = 'CREATE TABLE'");
        return Optional.of(
                "SELECT 1 FROM session_privs WHERE privilege IN ('SELECT ANY TABLE', 'READ ANY TABLE') " + own);
    }

    @Override
    public boolean isAbsence(SQLException exception) {
        return new VendorFailure(address.vendor(), exception, patience).isAbsence();
    }

    @Override
    public Optional<String> schemasQuery() {
        return Optional.of(sql.schemas());
    }

    @Override
    public Optional<String> databasesQuery() {
        return sql.databases();
    }

    @Override
    public Catalogue catalogue() {
        return VendorCatalogues.of(address.vendor());
    }

    @Override
    public void confirm() {
        // Nothing of ours can have changed; what others do meanwhile is told by no driver.
    }

    @Override
    public TableRead.NotRead explain(SQLException exception) {
        return new VendorFailure(address.vendor(), exception, patience).at(ListeningHosts.shown(address.hosts()));
    }

    @Override
    public Collection<Secret> secrets() {
        return address.password().stream().toList();
    }

    @Override
    public void close() {
        // Nothing is left but the connection, which is not ours.
    }
}
