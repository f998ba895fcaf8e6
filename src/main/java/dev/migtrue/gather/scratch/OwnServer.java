package dev.migtrue.gather.scratch;

import dev.migtrue.gather.scratch.server.LocalServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.mariadb.jdbc.NonRegisteringDriver;
import org.postgresql.Driver;

/** A server that was started for this run. */
sealed interface OwnServer extends Server {

    LocalServer server();

    @Override
    default Owner owner() {
        return Owner.OURS;
    }

    @Override
    default Optional<Endpoint> endpoint(String database) {
        LocalServer.Login login = server().login();
        return Optional.of(new Endpoint.OnServer("127.0.0.1", login.port(), login.user(), login.password(), database));
    }

    @Override
    default Optional<String> lastWords() {
        return server().lastWords();
    }

    @Override
    default void close() {
        server().close();
    }

    /** PostgreSQL. */
    record Postgres(LocalServer server) implements OwnServer {

        @Override
        public Connection connect() throws SQLException {
            return connect("postgres");
        }

        @Override
        public Connection connect(String database) throws SQLException {
            Properties properties = login(server);
            // Statements go to the server as they are, question marks included.
            properties.setProperty("preferQueryMode", "simple");
            properties.setProperty("ApplicationName", "migtrue");
            properties.setProperty("sslmode", "disable");
            properties.setProperty("gssEncMode", "disable");
            String url =
                    "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.login().port(), database);
            return Optional.ofNullable(new Driver().connect(url, properties)).orElseThrow();
        }
    }

    /** MariaDB or MySQL. */
    record MariaDb(LocalServer server) implements OwnServer {

        @Override
        public Connection connect() throws SQLException {
            return connect("mysql");
        }

        @Override
        public Connection connect(String database) throws SQLException {
            Properties properties = login(server);
            properties.setProperty("sslMode", "disable");
            properties.setProperty("allowPublicKeyRetrieval", "true");
            properties.setProperty("allowLocalInfile", "false");
            // As clients have it: the driver would have the server refuse what only warns.
            properties.setProperty("jdbcCompliantTruncation", "false");
            properties.setProperty("connectionAttributes", "program_name:migtrue");
            String url =
                    "jdbc:mariadb://127.0.0.1:%d/%s".formatted(server.login().port(), database);
            return Optional.ofNullable(new NonRegisteringDriver().connect(url, properties))
                    .orElseThrow();
        }
    }

    private static Properties login(LocalServer server) {
        Properties properties = new Properties();
        properties.setProperty("user", server.login().user());
        properties.setProperty("password", server.login().password());
        return properties;
    }
}
