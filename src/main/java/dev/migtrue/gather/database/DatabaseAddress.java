package dev.migtrue.gather.database;

import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a database is and how to log in, read from any of the forms that tools write it in. Prints as {@link
 * #target()}.
 */
public sealed interface DatabaseAddress
        permits H2Address, MariaDbAddress, PostgresAddress, SqliteAddress, VendorAddress {

    /** What messages list. */
    String SUPPORTED = "PostgreSQL, MySQL, MariaDB, SQLite, H2, SQL Server, Oracle and ClickHouse";

    /**
     * Where the database is, without user, secret or query: {@code postgresql://host:5432/db}, {@code sqlite:app.db}.
     */
    String target();

    /** The address of another database on the same server; absent where there is no server, or it has no others. */
    default Optional<DatabaseAddress> beside(String database) {
        return Optional.empty();
    }

    /**
     * Reads an address: a JDBC or SQLAlchemy URL, one of the database's own programs, or {@code sqlite:path}.
     *
     * @param folder what a relative path of a database file is relative to
     * @throws UsageException when it is malformed or names an unsupported kind of database; the message quotes
     *     nothing of it
     */
    static DatabaseAddress parse(String text, Path folder) {
        String address = text.strip();
        if (address.chars().anyMatch(Character::isISOControl)) {
            throw MalformedAddress.because("it holds a line break or another control character");
        }
        boolean isJdbc = address.regionMatches(true, 0, "jdbc:", 0, 5);
        String url = isJdbc ? address.substring(5) : address;
        String scheme = url.substring(0, Math.max(url.indexOf(':'), 0)).toLowerCase(Locale.ROOT);
        String rest = url.substring(url.indexOf(':') + 1);
        String kind = scheme.replaceFirst("\\+.*", "");
        UrlDialect dialect = UrlDialect.of(isJdbc, scheme);
        return switch (kind) {
            case "postgresql", "postgres" -> PostgresUrl.parse(rest, dialect, 5432);
            case "cockroachdb" -> PostgresUrl.parse(rest, dialect, 26257);
            case "yugabytedb" -> PostgresUrl.parse(rest, dialect, 5433);
            case "mysql", "mysql2" -> MariaDbUrl.parse(rest, dialect, "mysql");
            case "mariadb" -> MariaDbUrl.parse(rest, dialect, "mariadb");
            case "h2" -> H2Address.parse(rest, folder);
            case "sqlserver", "mssql" -> SqlServerUrl.parse(rest, dialect);
            case "oracle" -> OracleUrl.parse(rest, dialect);
            case "clickhouse", "clickhousedb", "ch" -> ClickHouseUrl.parse(rest, dialect);
            case "sqlite" -> SqliteAddress.parse(rest, isJdbc, folder);
            default -> throw unsupported(kind);
        };
    }

    private static UsageException unsupported(String kind) {
        Set<String> known = Set.of("db2", "mongodb", "redis", "snowflake");
        return known.contains(kind)
                ? new UsageException(kind + " databases are not supported; supported are " + SUPPORTED)
                : MalformedAddress.because(
                        "expected postgresql://host/database, sqlite:///file or another form for " + SUPPORTED);
    }
}
