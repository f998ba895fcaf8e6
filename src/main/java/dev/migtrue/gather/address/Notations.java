package dev.migtrue.gather.address;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The notations that tools write addresses in, each translated into the one that databases are opened by. */
final class Notations {

    private static final Pattern WRAPPER = Pattern.compile("(?i)jdbc:(?:p6spy|aws-wrapper|otel|log4jdbc):");
    private static final Pattern REACTIVE = Pattern.compile("(?i)r2dbcs?:(?:pool:)?");
    private static final Pattern SQITCH = Pattern.compile("(?i)db:(?<engine>[a-z]+):(?<rest>.*)");

    /** Names of the drivers of frameworks, by what they drive. */
    private static final Map<String, String> KINDS = Stream.of(
                    Map.entry(
                            "postgresql",
                            Set.of(
                                    "psql",
                                    "pgsql",
                                    "pg",
                                    "postgis",
                                    "pgx",
                                    "pgx4",
                                    "pgx5",
                                    "ecto",
                                    "timescale",
                                    "timescaledb",
                                    "timescalegis",
                                    "pdo-pgsql",
                                    "pdo_pgsql")),
                    Map.entry("yugabytedb", Set.of("yugabyte", "ysql")),
                    Map.entry("cockroachdb", Set.of("cockroach", "cockroachdb", "crdb", "crdb-postgres")),
                    Map.entry(
                            "mysql",
                            Set.of("mysql2", "mysqlgis", "mysqli", "trilogy", "myxql", "pdo-mysql", "pdo_mysql")),
                    Map.entry("mariadb", Set.of("maria")),
                    Map.entry("sqlite", Set.of("spatialite", "pdo-sqlite", "pdo_sqlite")),
                    Map.entry(
                            ServerUrl.SQL_SERVER,
                            Set.of("sqlserver", "mssql", "mssqlms", "azuresql", "sqlsrv", "pdo-sqlsrv", "pdo_sqlsrv")),
                    Map.entry("oracle", Set.of("oraclegis", "oci8", "pdo_oci")))
            .flatMap(kind -> kind.getValue().stream().map(name -> Map.entry(name, kind.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Notations() {}

    /**
     * An address in a notation that {@link dev.migtrue.gather.database.DatabaseAddress} takes. A text in none of the known ones is given
     * back as it is.
     *
     * @throws dev.migtrue.model.UsageException when it is malformed, or leads nowhere from here
     */
    static String canonical(String text) {
        String address = REACTIVE.matcher(WRAPPER.matcher(text.strip()).replaceFirst("jdbc:"))
                .replaceFirst("");
        String start = address.toLowerCase(Locale.ROOT);
        if (address.chars().anyMatch(Character::isISOControl)) {
            return address;
        }
        if (start.startsWith("jdbc:tc:")) {
            throw Malformed.unreadable("it starts a container of its own");
        }
        if (start.startsWith("prisma://") || start.startsWith("prisma+")) {
            throw Malformed.unreadable("it leads to a service of Prisma and not to the database");
        }
        Matcher sqitch = SQITCH.matcher(address);
        if (sqitch.matches()) {
            return sqitch(sqitch.group("engine").toLowerCase(Locale.ROOT), sqitch.group("rest"));
        }
        if (start.startsWith("jdbc:")) {
            return address;
        }
        return SqliteNotation.path(address)
                .map(path -> "sqlite:" + path)
                .or(() -> byScheme(address))
                .orElseGet(() -> withoutScheme(address));
    }

    private static Optional<String> byScheme(String address) {
        int colon = address.indexOf("://");
        return colon < 0 || !address.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+._-]*")
                ? Optional.empty()
                : Optional.of(url(address, address.substring(0, colon)));
    }

    private static String url(String address, String scheme) {
        String name = scheme.toLowerCase(Locale.ROOT).replaceFirst("\\+.*", "");
        String kind = KINDS.getOrDefault(name, name);
        String rest = address.substring(scheme.length());
        if (kind.equals(ServerUrl.SQL_SERVER)) {
            return SqlServerNotation.canonical(rest.substring(3));
        }
        Optional<String> go = kind.equals("mysql") ? GoDsn.encodedUrl(rest.substring(3)) : Optional.empty();
        String renamed = (kind.equals(name) ? scheme : kind) + rest;
        return go.orElseGet(() -> UrlText.parse(renamed)
                .map(url -> ForeignSettings.without(url).text())
                .orElse(renamed));
    }

    private static String withoutScheme(String address) {
        Optional<String> list = address.contains(";") ? KeyValueList.url(address) : Optional.empty();
        return GoDsn.url(address)
                .or(() -> list)
                .or(() -> ConnInfo.url(address))
                .or(() -> KeyValueList.url(address))
                .orElse(address);
    }

    private static String sqitch(String engine, String rest) {
        String scheme = KINDS.getOrDefault(engine, engine);
        if (scheme.equals("sqlite")) {
            return "sqlite:" + rest.replaceFirst("^//+", "/");
        }
        return canonical(scheme + "://" + (rest.startsWith("//") ? rest.substring(2) : "/" + rest));
    }
}
