package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Row;
import dev.migtrue.model.VersionTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder with SQLite files in it; {@code app.db} is the one that tests mean. */
record SqliteFolder(Path path) {

    static final VersionTable TABLE = new VersionTable(
            Optional.empty(), "alembic_version", List.of("version_num"), List.of("note"), List.of("version_num"));

    /** Reads {@link #TABLE} twice, and checks that this left no trace. */
    TableRead read(String file) {
        return read("sqlite:///" + file.replace("?", "%3F"), TABLE);
    }

    TableRead read(String address, VersionTable table) {
        Map<String, String> before = files();
        try (Database database = database(address, path)) {
            TableRead read = database.read(table);
            assertThat(database.read(table)).isEqualTo(read);
            return read;
        } finally {
            assertThat(files()).isEqualTo(before);
        }
    }

    Database database(String file) {
        return database("sqlite:///" + file, path);
    }

    private static Database database(String address, Path folder) {
        return new JdbiDatabase(
                DatabaseName.DEFAULT,
                DatabaseAddress.parse(address, folder),
                new Timeouts(Duration.ofSeconds(3), Duration.ofMillis(200)));
    }

    /** Runs statements on {@code app.db}. */
    void write(String... statements) {
        try (Connection connection = connect("app.db")) {
            execute(connection, statements);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connect(String file) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:file:" + path.resolve(file).toUri().getRawPath());
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Every file of the folder with its time and a digest of its bytes, and the folder's own time. */
    Map<String, String> files() {
        try (Stream<Path> all = Files.walk(path)) {
            Map<String, String> files = new TreeMap<>();
            for (Path file : all.toList()) {
                byte[] content = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
                files.put(
                        file.equals(path) ? "." : path.relativize(file).toString(),
                        Files.getLastModifiedTime(file) + " " + HexFormat.of().formatHex(digest));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static TableRead.Rows row(String version) {
        return new TableRead.Rows("alembic_version", List.of(Row.of(Map.of("version_num", version))));
    }

    static TableRead.NotRead refused(String reason) {
        return new TableRead.NotRead(Obstacle.REFUSED, reason);
    }
}
