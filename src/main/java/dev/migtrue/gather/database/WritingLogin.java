package dev.migtrue.gather.database;

import dev.migtrue.gather.database.MariaDbAddress.Tls;
import dev.migtrue.model.UsageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.mariadb.jdbc.NonRegisteringDriver;
import org.postgresql.Driver;

/**
 * Connections that may write, to databases of a server that are made to be thrown away. Nothing that is checked is ever connected to in this way.
 */
public sealed interface WritingLogin {

    /** The database that the address names. */
    String database();

    /** Connects to a database of the server. */
    Connection connect(String database) throws SQLException;

    /** What it logs in with; absent where the address leaves that to a password file or to the system. */
    Optional<Account> account();

    /** Who logs in where. */
    record Account(String host, int port, String user, String password) {

        /** Without the password: what prints ends up in logs. */
        @Override
        public String toString() {
            return user + "@" + host + ":" + port;
        }
    }

    /** The way to the server of an address. */
    static WritingLogin of(DatabaseAddress address) {
        return switch (address) {
            case PostgresAddress postgres -> new Postgres(postgres);
            case MariaDbAddress mariaDb -> new MariaDb(mariaDb);
            case SqliteAddress sqlite -> throw needless("SQLite");
            case H2Address h2 -> throw needless("H2");
            case VendorAddress vendor ->
                throw new UsageException(
                        "--scratch-url: migrations can be proven on PostgreSQL, MySQL and MariaDB only");
        };
    }

    private static UsageException needless(String product) {
        return new UsageException("--scratch-url: %s needs none, as it runs in this process".formatted(product));
    }

    private static UsageException nameless() {
        return new UsageException("--scratch-url: the address names no database");
    }

    /** PostgreSQL. */
    record Postgres(PostgresAddress address) implements WritingLogin {

        @Override
        public String database() {
            return address.database().orElseThrow(WritingLogin::nameless);
        }

        @Override
        public Optional<Account> account() {
            Properties properties = address.driverProperties();
            HostPort host = address.hosts().getFirst();
            return Optional.ofNullable(properties.getProperty("user"))
                    .map(user -> new Account(host.host(), host.port(), user, properties.getProperty("password", "")));
        }

        @Override
        public Connection connect(String database) throws SQLException {
            PostgresAddress other = new PostgresAddress(
                    address.hosts(),
                    Optional.of(database),
                    address.properties(),
                    address.secrets(),
                    address.connectTimeout());
            Properties properties = other.driverProperties();
            properties.setProperty("ApplicationName", "migtrue");
            // Statements go to the server as they are, question marks included.
            properties.setProperty("preferQueryMode", "simple");
            return Optional.ofNullable(new Driver()
                            .connect(
                                    other.jdbcUrl(ListeningHosts.among(address.hosts(), Timeouts.DEFAULT.connect())),
                                    properties))
                    .orElseThrow();
        }
    }

    /** MariaDB or MySQL. */
    record MariaDb(MariaDbAddress address) implements WritingLogin {

        @Override
        public String database() {
            return address.database().orElseThrow(WritingLogin::nameless);
        }

        @Override
        public Optional<Account> account() {
            HostPort host = address.hosts().getFirst();
            return address.user()
                    .map(user -> new Account(
                            host.host(),
                            host.port(),
                            user,
                            address.password().map(Secret::value).orElse("")));
        }

        @Override
        public Connection connect(String database) throws SQLException {
            HostPort host = ListeningHosts.among(address.hosts(), Timeouts.DEFAULT.connect())
                    .getFirst();
            try {
                return connect(host, database, address.tls());
            } catch (SQLException problem) {
                if (address.tls() == Tls.PREFERRED && MariaDbFailure.isLackOfTls(problem)) {
                    return connect(host, database, Tls.DISABLED);
                }
                throw problem;
            }
        }

        private Connection connect(HostPort host, String database, Tls tls) throws SQLException {
            Properties properties = new Properties();
            properties.setProperty("sslMode", tls.word());
            properties.setProperty("allowLocalInfile", "false");
            properties.setProperty("jdbcCompliantTruncation", "false");
            properties.setProperty("database", database);
            properties.setProperty("connectionAttributes", "program_name:migtrue");
            address.user().ifPresent(user -> properties.setProperty("user", user));
            address.password().ifPresent(password -> properties.setProperty("password", password.value()));
            address.certificate().ifPresent(file -> properties.setProperty("serverSslCert", file));
            String url = "jdbc:mariadb://address=(host=" + host.host() + ")(port=" + host.port() + ")/";
            return Optional.ofNullable(new NonRegisteringDriver().connect(url, properties))
                    .orElseThrow();
        }
    }
}
