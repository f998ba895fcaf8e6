package dev.migtrue.pages;

import dev.migtrue.gather.database.DatabaseAddress;
import dev.migtrue.gather.database.JdbiDatabase;
import dev.migtrue.gather.database.SchemaRead;
import dev.migtrue.gather.database.Timeouts;
import dev.migtrue.gather.snapshot.KeptSchemaDatabase;
import dev.migtrue.gather.snapshot.KeptSchemaFile;
import dev.migtrue.model.DatabaseName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What the databases of an example are made of: {@code schema}, or {@code schema @DATABASE} where only one is, and the statements that make
 * it in SQLite. Where SQLite has no such things, it is a kept schema instead, and the only database there is.
 */
record LiveObjects(Optional<DatabaseName> database, String text) {

    private static final String KEPT = "migtrue schema ";

    static LiveObjects of(Fence fence) {
        if (fence.words().size() > 2) {
            throw new IllegalArgumentException("schema names a @database or nothing: " + fence.words());
        }
        return new LiveObjects(
                fence.words().stream().skip(1).findFirst().map(word -> new DatabaseName(word.substring(1))),
                fence.text());
    }

    /** Whether a database is made of them. */
    boolean isIn(DatabaseName name) {
        return database.isEmpty() || database.get().equals(name);
    }

    /** Whether a file holds them, and no database. */
    boolean isKept() {
        return text.startsWith(KEPT);
    }

    /** The database that is nothing but a kept schema. */
    KeptSchemaDatabase kept() {
        return new KeptSchemaDatabase(DatabaseName.DEFAULT, "live.schema", KeptSchemaFile.parse(text, "live.schema"));
    }

    /** Makes them in a database that is there. */
    void make(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            // The driver takes only the first of several statements.
            for (String statement : text.split(";\n", -1)) {
                if (!statement.isBlank()) {
                    connection.createStatement().execute(statement);
                }
            }
        }
    }

    /** What the catalogue of a database tells that is made of them. */
    SchemaRead read() {
        try {
            Path folder = Files.createTempDirectory("live");
            Path file = folder.resolve("live.db");
            make(file);
            try (JdbiDatabase live = new JdbiDatabase(
                    DatabaseName.DEFAULT, DatabaseAddress.parse("sqlite:" + file, folder), Timeouts.DEFAULT)) {
                return live.readSchema();
            } finally {
                Files.delete(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalArgumentException("not made by SQLite: " + text, e);
        }
    }
}
