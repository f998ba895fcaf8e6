package dev.migtrue.gather.database;

import dev.migtrue.model.DatabaseName;
import dev.migtrue.testing.MariaDbServer;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The engines on which every reading is tried for real. */
enum TriedEngine {
    POSTGRESQL('"'),
    MARIADB('`'),
    H2('"'),
    SQLITE('"');

    /** Busy machines may take their time. */
    static final Timeouts PATIENT = new Timeouts(Duration.ofMinutes(1), Duration.ofMinutes(1));

    private final char quote;

    TriedEngine(char quote) {
        this.quote = quote;
    }

    /**
     * An empty database.
     *
     * @param address as migtrue takes it
     * @param jdbcUrl as a driver takes it
     */
    record Empty(String address, String jdbcUrl, Runnable onClose) implements AutoCloseable {

        /** Runs statements as its owner; nobody has it open afterwards. */
        void execute(String... statements) {
            try (Connection connection = DriverManager.getConnection(jdbcUrl);
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(String.join("; ", statements), e);
            }
        }

        /** It as migtrue sees it. */
        Database database() {
            return new JdbiDatabase(DatabaseName.DEFAULT, DatabaseAddress.parse(address, Path.of("/nowhere")), PATIENT);
        }

        @Override
        public void close() {
            onClose.run();
        }
    }

    /** A database of this engine; one that is a file lies in {@code folder}. */
    Empty open(Path folder) {
        return switch (this) {
            case POSTGRESQL -> on(PostgresServer.freshDatabase());
            case MARIADB -> on(MariaDbServer.freshDatabase());
            case H2 -> {
                String url = "jdbc:h2:" + folder.resolve("app") + ";USER=sa";
                Empty empty = new Empty(url, url, () -> {});
                empty.execute("SELECT 1");
                yield empty;
            }
            case SQLITE -> {
                Path file = folder.resolve("app.db");
                yield new Empty("sqlite:///" + file, "jdbc:sqlite:" + file, () -> {});
            }
        };
    }

    private static Empty on(ServerDatabase server) {
        return new Empty(server.url(), server.jdbcUrl(), server::close);
    }

    /** A name as this engine's SQL takes it. */
    String quoted(String name) {
        return quote + name.replace(String.valueOf(quote), String.valueOf(quote).repeat(2)) + quote;
    }
}
