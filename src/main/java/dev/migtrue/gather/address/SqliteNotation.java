package dev.migtrue.gather.address;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notations for files of SQLite that SQLAlchemy does not have: those of Rails, golang-migrate, dbmate, Prisma and Doctrine. */
final class SqliteNotation {

    /** What follows the slashes is the path, whatever it begins with. */
    private static final Pattern PLAIN = Pattern.compile("(?i)sqlite3:(?://)?(?<path>[^?]*)(?<query>\\?.*)?");

    private static final Pattern FILE = Pattern.compile("(?i)file:(?:///+(?=[^/]))?(?<path>[^?]*)(?<query>\\?.*)?");

    private static final String OF_SYMFONY = "/%kernel.project_dir%/";

    private SqliteNotation() {}

    /** The path of a file; absent where a text is in none of these notations, or in memory. */
    static Optional<String> path(String address) {
        String own = address.replaceFirst("(?i)^(?:spatialite|pdo[_-]sqlite):", "sqlite:")
                .replace(OF_SYMFONY, "/");
        Matcher plain = PLAIN.matcher(own);
        if (plain.matches()) {
            return Optional.of(plain.group("path").replaceFirst("^/+", "/"));
        }
        Matcher file = FILE.matcher(own);
        if (file.matches()) {
            boolean isAbsolute = own.startsWith("file:///");
            return Optional.of((isAbsolute ? "/" : "") + file.group("path"));
        }
        return own.equals(address) ? Optional.empty() : Optional.of(own.substring("sqlite:".length()));
    }
}
