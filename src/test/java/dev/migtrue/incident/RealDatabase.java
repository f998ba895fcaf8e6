package dev.migtrue.incident;

import dev.migtrue.testing.MariaDbServer;
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
public record RealDatabase(Engine engine, String url, String jdbcUrl, Runnable onClose) implements AutoCloseable {

    /** The engines that the incident is played on. */
    public enum Engine {
        POSTGRESQL,
        SQLITE,
        MARIADB,
        H2;

        /** A database of this engine; one that is a file lies in {@code folder}. */
        public RealDatabase open(Path folder) {
            return switch (this) {
                case POSTGRESQL -> on(PostgresServer.freshDatabase());
                case MARIADB -> on(MariaDbServer.freshDatabase());
                case SQLITE -> {
                    Path file = folder.resolve("shared.db");
                    yield new RealDatabase(this, "sqlite:///" + file, "jdbc:sqlite:" + file, () -> {});
                }
                case H2 -> {
                    String url = "jdbc:h2:file:" + folder.resolve("shared") + ";USER=sa";
                    yield new RealDatabase(this, url, url, () -> {});
                }
            };
        }

        private RealDatabase on(ServerDatabase database) {
            return new RealDatabase(this, database.url(), database.jdbcUrl(), database::close);
        }
    }

    /** Runs statements as the one whose database it is. */
    public void execute(List<String> statements) {
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
