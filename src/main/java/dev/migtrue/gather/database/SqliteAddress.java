package dev.migtrue.gather.database;

import dev.migtrue.model.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The address of an SQLite database file.
 *
 * @param written the path as the address has it
 * @param file where that is
 */
record SqliteAddress(String written, Path file) implements DatabaseAddress {

    @Override
    public String target() {
        return "sqlite:" + written;
    }

    /**
     * Reads what follows the scheme and its colon: three slashes before a relative path and four before an absolute
     * one, or the path itself. As in SQLAlchemy and in the driver, percent signs stand for themselves, except after
     * {@code file:}.
     */
    static SqliteAddress parse(String rest, boolean isJdbc, Path folder) {
        String path = rest;
        if (!isJdbc && rest.startsWith("//")) {
            if (rest.length() > 2 && !rest.startsWith("///")) {
                throw MalformedAddress.because("sqlite:///path is relative, sqlite:////path is absolute");
            }
            path = rest.substring(Math.min(3, rest.length()));
        }
        String query = path.contains("?") ? path.substring(path.indexOf('?')) : "";
        path = path.substring(0, path.length() - query.length());
        if (path.startsWith("file:")) {
            path = PercentEncoding.decode(path.substring(5).replaceFirst("^//(localhost)?/", "/"));
        }
        if (path.isEmpty() || path.startsWith(":memory:") || query.contains("mode=memory")) {
            throw new UsageException(
                    "an SQLite database in memory cannot be read from outside; name a file, as in sqlite:///app.db");
        }
        if (path.startsWith(":")) {
            throw MalformedAddress.because("an SQLite database must be a file");
        }
        try {
            return new SqliteAddress(path, folder.resolve(path));
        } catch (InvalidPathException e) {
            throw MalformedAddress.because("no file can have such a name");
        }
    }

    @Override
    public String toString() {
        return target();
    }
}
