package dev.migtrue.gather.database;

import dev.migtrue.gather.database.catalogue.Catalogue;
import dev.migtrue.gather.database.catalogue.SqliteCatalogue;
import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.VersionTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** SQLite, reading a file without leaving a trace beside it. */
final class SqliteEngine implements Engine {

    private final SqliteAddress address;
    private final Timeouts timeouts;
    private List<Stamp> before = List.of();
    private List<Path> copies = List.of();

    /** What tells whether a file was written to; a file that is not there has none of it. */
    private record Stamp(Path file, Optional<Long> size, Optional<FileTime> modified) {

        static Stamp of(Path file) throws IOException {
            return Files.exists(file)
                    ? new Stamp(file, Optional.of(Files.size(file)), Optional.of(Files.getLastModifiedTime(file)))
                    : new Stamp(file, Optional.empty(), Optional.empty());
        }
    }

    SqliteEngine(SqliteAddress address, Timeouts timeouts) {
        this.address = address;
        this.timeouts = timeouts;
    }

    @Override
    public Connection connect() throws SQLException {
        SqliteFile file = SqliteFile.at(address.file(), address.written());
        return switch (file.access()) {
            case LOCKED -> open(file.path(), "mode=ro");
            case LOGGED -> open(file.path(), "mode=ro&readonly_shm=1");
            case SETTLED -> {
                before = stamps(file.path());
                yield open(file.path(), "mode=ro&immutable=1");
            }
            case ABANDONED -> {
                before = stamps(file.path());
                yield open(copy(file.path()), "mode=ro");
            }
        };
    }

    private Connection open(Path file, String mode) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout((int) timeouts.statement().toMillis());
        return config.createConnection("jdbc:sqlite:file:" + file.toUri().getRawPath() + "?" + mode);
    }

    private List<Stamp> stamps(Path file) throws NotReadException {
        try {
            return List.of(Stamp.of(file), Stamp.of(SqliteFile.logOf(file)));
        } catch (IOException e) {
            throw new NotReadException(Obstacle.REFUSED, "cannot be read: " + address.written());
        }
    }

    private Path copy(Path file) throws NotReadException {
        try {
            Path folder = Files.createTempDirectory("migtrue");
            Path copy = folder.resolve("copy.db");
            copies = List.of(copy, SqliteFile.logOf(copy), copy.resolveSibling("copy.db-shm"), folder);
            Files.copy(file, copy);
            Files.copy(SqliteFile.logOf(file), SqliteFile.logOf(copy));
            return copy;
        } catch (IOException e) {
            throw new NotReadException(
                    Obstacle.REFUSED, "cannot be copied, which its write-ahead log demands: " + address.written());
        }
    }

    @Override
    public List<String> preamble() {
        return List.of();
    }

    @Override
    public VersionTable possible(VersionTable table) {
        return table.anywhere();
    }

    @Override
    public String quoted(String name) {
        return Engine.inDoubleQuotes(name);
    }

    @Override
    public String tablesQuery(String names) {
        return """
                SELECT 'main', t.name, 'HOME', c.name
                FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
                WHERE lower(t.name) IN (%s) AND t.type IN ('table', 'view')
                ORDER BY t.name, c.cid""".formatted(names);
    }

    @Override
    public Optional<String> widthQuery() {
        return Optional.empty();
    }

    @Override
    public Optional<String> structureQuery() {
        return Optional.of("""
                SELECT type || ' ' || name || ' ' || sql
                FROM sqlite_schema
                WHERE sql IS NOT NULL
                ORDER BY type, name""");
    }

    @Override
    public Catalogue catalogue() {
        return new SqliteCatalogue();
    }

    @Override
    public void confirm() throws NotReadException {
        if (!before.isEmpty() && !before.equals(stamps(before.getFirst().file()))) {
            throw new NotReadException(Obstacle.UNREACHABLE, "written to while it was read: " + address.written());
        }
    }

    @Override
    public TableRead.NotRead explain(SQLException exception) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(exception.getErrorCode());
        Obstacle obstacle = code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED
                ? Obstacle.UNREACHABLE
                : Obstacle.REFUSED;
        return new TableRead.NotRead(obstacle, words(code, exception) + ": " + address.written());
    }

    private static String words(SQLiteErrorCode code, SQLException exception) {
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED -> "locked by another process";
            case SQLITE_CORRUPT -> "damaged SQLite database";
            case SQLITE_NOTADB -> "not an SQLite database, or an encrypted one";
            case SQLITE_CANTOPEN, SQLITE_PERM -> "cannot be opened";
            // The one write that reading can call for: undoing what a crash left half done.
            case SQLITE_READONLY -> "needs recovery after a crash, open it once with its own program";
            default ->
                Wording.phrase(Optional.ofNullable(exception.getMessage()).orElse("unknown failure"));
        };
    }

    @Override
    public Collection<Secret> secrets() {
        return List.of();
    }

    @Override
    public void close() {
        try {
            for (Path copy : copies) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
