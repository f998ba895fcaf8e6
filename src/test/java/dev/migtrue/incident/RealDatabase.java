package dev.migtrue.incident;

import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * An empty database of a real engine.
 *
 * @param url as SQLAlchemy and migtrue take it
 * @param jdbcUrl as Flyway takes it
 */
record RealDatabase(Engine engine, String url, String jdbcUrl, Runnable onClose) implements AutoCloseable {

    /** The engines that the incident is played on. */
    enum Engine {
        POSTGRESQL,
        SQLITE;

        /** A database of this engine; one that is a file lies in {@code folder}. */
        RealDatabase open(Path folder) {
            return switch (this) {
                case POSTGRESQL -> {
                    ServerDatabase database = PostgresServer.freshDatabase();
                    String address = "localhost:" + database.port() + "/" + database.name();
                    yield new RealDatabase(
                            this, database.url(), "jdbc:postgresql://" + address + "?user=postgres", database::close);
                }
                case SQLITE -> {
                    Path file = folder.resolve("shared.db");
                    yield new RealDatabase(this, "sqlite:///" + file, "jdbc:sqlite:" + file, () -> {});
                }
            };
        }
    }

    /** Runs statements as the one whose database it is. */
    void execute(List<String> statements) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException problem) {
            throw new IllegalStateException(String.join("; ", statements), problem);
        }
    }

    @Override
    public void close() {
        onClose.run();
    }
}
