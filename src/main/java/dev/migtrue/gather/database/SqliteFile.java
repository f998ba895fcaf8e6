package dev.migtrue.gather.database;

import dev.migtrue.model.Applied.Obstacle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * An SQLite database file as it lies on disk.
 *
 * @param path the file itself, links followed: its companions lie beside it
 * @param access how it can be read without changing anything in its folder
 */
record SqliteFile(Path path, Access access) {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int READ_VERSION_OFFSET = 19;
    private static final int READ_VERSION_OF_WAL = 2;

    /**
     * How to read without a trace. A database without a write-ahead log is simply opened read-only. One with a log is
     * not: even a reader creates the log's index and, where there is none, the log.
     */
    enum Access {
        /** No log: SQLite's own locks keep writers and readers apart. */
        LOCKED,
        /** A log with its index: SQLite can be told to leave the index alone. A writer may be at work. */
        LOGGED,
        /**
         * A log without its index: all writers are gone, but what they wrote last is in the log only. It is read from
         * a copy.
         */
        ABANDONED,
        /** No log or an empty one: everything is in the file, and SQLite can be told that nobody will change it. */
        SETTLED
    }

    /** Looks at a file, and refuses what cannot be a database before SQLite sees it. */
    static SqliteFile at(Path path, String shown) throws NotReadException {
        if (!Files.exists(path)) {
            throw refused("no such file", shown);
        }
        if (Files.isDirectory(path)) {
            throw refused("a folder, not a file", shown);
        }
        if (!Files.isRegularFile(path)) {
            throw refused("not a regular file", shown);
        }
        if (!Files.isReadable(path)) {
            throw refused("no permission to read", shown);
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] header = in.readNBytes(READ_VERSION_OFFSET + 1);
            // SQLite takes an empty file for an empty database.
            if (header.length > 0 && !startsWithMagic(header)) {
                throw refused("not an SQLite database", shown);
            }
            Path real = path.toRealPath();
            boolean isLogging =
                    header.length > READ_VERSION_OFFSET && header[READ_VERSION_OFFSET] == READ_VERSION_OF_WAL;
            return new SqliteFile(real, isLogging ? accessToLogged(real) : Access.LOCKED);
        } catch (IOException e) {
            throw refused("cannot be read", shown);
        }
    }

    /** The write-ahead log that lies, or would lie, beside a database file. */
    static Path logOf(Path path) {
        return path.resolveSibling(path.getFileName() + "-wal");
    }

    private static Access accessToLogged(Path path) throws IOException {
        Path log = logOf(path);
        if (!Files.exists(log)) {
            return Access.SETTLED;
        }
        if (Files.exists(path.resolveSibling(path.getFileName() + "-shm"))) {
            return Access.LOGGED;
        }
        return Files.size(log) == 0 ? Access.SETTLED : Access.ABANDONED;
    }

    private static boolean startsWithMagic(byte[] header) {
        return header.length >= MAGIC.length && Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    private static NotReadException refused(String cause, String shown) {
        return new NotReadException(Obstacle.REFUSED, cause + ": " + shown);
    }
}
