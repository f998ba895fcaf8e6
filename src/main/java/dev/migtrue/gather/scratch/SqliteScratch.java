package dev.migtrue.gather.scratch;

import dev.migtrue.gather.scratch.server.VanishingFolder;
import dev.migtrue.language.sql.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteJDBCLoader;

/** SQLite: a file in a folder of our own. */
final class SqliteScratch implements Scratch {

    private final VanishingFolder folder = VanishingFolder.create();
    private final Path file = folder.path().resolve("scratch.db");
    private final Path kept = folder.path().resolve("kept.db");

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public String product() {
        return "SQLite " + SQLiteJDBCLoader.getVersion().replaceFirst("\\.\\d+$", "");
    }

    @Override
    public Connection open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SynchronousMode.OFF);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    @Override
    public Optional<Endpoint> endpoint() {
        return Optional.of(new Endpoint.InFile(file));
    }

    @Override
    public void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public void keep() {
        copy(file, kept);
    }

    @Override
    public void restore() {
        copy(kept, file);
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.exists(from)) {
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(to);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public void close() {
        folder.close();
    }
}
