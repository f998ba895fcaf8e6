package dev.migtrue.gather.address;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The notation of ADO.NET and ODBC: {@code Server=db,1433;Database=shop;User Id=sa;Password="a;b"}. Nothing in it names the
 * kind of database; the keys that are there mostly tell.
 */
final class KeyValueList {

    private static final Set<String> TELLING = Set.of(
            "server",
            "host",
            "data source",
            "datasource",
            "addr",
            "address",
            "network address",
            "dsn",
            "driver",
            "filename");
    private static final Set<String> OF_SQL_SERVER = Set.of(
            "initial catalog",
            "trustservercertificate",
            "trust server certificate",
            "integrated security",
            "trusted_connection",
            "encrypt",
            "multipleactiveresultsets",
            "attachdbfilename",
            "authentication",
            "multisubnetfailover",
            "applicationintent");
    private static final Set<String> OF_POSTGRESQL =
            Set.of("host", "search path", "include error detail", "maximum pool size");
    private static final Set<String> OF_MYSQL = Set.of(
            "uid",
            "allowuservariables",
            "sslmode",
            "treattinyasboolean",
            "allowpublickeyretrieval",
            "characterset",
            "charset",
            "convertzerodatetime",
            "allowzerodatetime",
            "guidformat");

    private final SequencedMap<String, String> values;

    private KeyValueList(SequencedMap<String, String> values) {
        this.values = values;
    }

    /** As a URL; absent where a text is not in this notation. */
    static Optional<String> url(String text) {
        SequencedMap<String, String> values = KeyValues.read(text);
        return values.keySet().stream().anyMatch(TELLING::contains)
                ? Optional.of(new KeyValueList(values).url())
                : Optional.empty();
    }

    private String url() {
        String source = first(
                        "data source", "datasource", "server", "host", "addr", "address", "network address", "filename")
                .orElse("");
        if (isFile(source)) {
            return "sqlite:" + source;
        }
        if (source.isEmpty()) {
            throw Malformed.because("no server is named; a DSN of ODBC is known to its own machine only");
        }
        return switch (kind(source)) {
            case "postgresql" -> postgresql(source);
            case "mysql" -> mysql(source);
            default -> sqlServer(source);
        };
    }

    private boolean isFile(String source) {
        boolean isMarked = values.containsKey("mode")
                || values.containsKey("cache")
                || values.containsKey("foreign keys")
                || values.getOrDefault("version", "").equals("3")
                || values.containsKey("filename");
        return isMarked || source.matches("(?i).*\\.(db|db3|sqlite|sqlite3|s3db)|:memory:");
    }

    private String kind(String source) {
        String driver = values.getOrDefault("driver", "").toLowerCase(Locale.ROOT);
        String port = values.getOrDefault("port", "");
        if (driver.contains("postgres") || (driver.isEmpty() && hasAny(OF_POSTGRESQL)) || port.equals("5432")) {
            return "postgresql";
        }
        boolean isWindows = source.contains(",")
                || source.contains("\\")
                || source.startsWith("tcp:")
                || source.startsWith("(")
                || source.equals(".");
        if (driver.contains("sql server") || isWindows || hasAny(OF_SQL_SERVER)) {
            return ServerUrl.SQL_SERVER;
        }
        if (driver.contains("mysql") || driver.contains("mariadb") || hasAny(OF_MYSQL) || port.equals("3306")) {
            return "mysql";
        }
        throw Malformed.because("nothing in this list of keys tells the kind of database: write it as a URL");
    }

    private String postgresql(String host) {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        first("ssl mode", "sslmode")
                .ifPresent(mode -> settings.put(
                        "sslmode",
                        mode.toLowerCase(Locale.ROOT)
                                .replace("verifyca", "verify-ca")
                                .replace("verifyfull", "verify-full")));
        first("root certificate").ifPresent(file -> settings.put("sslrootcert", file));
        first("search path").ifPresent(path -> settings.put("search_path", path));
        first("timeout")
                .filter(time -> time.matches("[0-9]+"))
                .ifPresent(time -> settings.put("connect_timeout", time));
        return new ServerUrl("postgresql", user(), password(), withPort(host), database(), settings).text();
    }

    private String mysql(String host) {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        first("sslmode", "ssl mode").map(KeyValueList::mysqlMode).ifPresent(mode -> settings.put("sslMode", mode));
        return new ServerUrl("mysql", user(), password(), withPort(host), database(), settings).text();
    }

    private static String mysqlMode(String mode) {
        return switch (mode.toLowerCase(Locale.ROOT)) {
            case "none", "disabled" -> "DISABLED";
            case "required" -> "REQUIRED";
            case "verifyca" -> "VERIFY_CA";
            case "verifyfull" -> "VERIFY_IDENTITY";
            default -> "PREFERRED";
        };
    }

    private String sqlServer(String source) {
        boolean isWindowsLogin = List.of("true", "yes", "sspi")
                .contains(first("integrated security", "trusted_connection")
                        .orElse("")
                        .toLowerCase(Locale.ROOT));
        if (isWindowsLogin || source.startsWith("(")) {
            throw Malformed.unreadable("a login by Windows, or a local database of Windows, is not supported");
        }
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        first("encrypt").ifPresent(value -> settings.put("encrypt", truth(value)));
        first("trustservercertificate", "trust server certificate")
                .ifPresent(value -> settings.put("trustServerCertificate", truth(value)));
        String host = source.replaceFirst("^tcp:", "").replaceFirst("^(\\.|\\(local\\))(?=$|\\\\|,)", "localhost");
        return new ServerUrl(
                        ServerUrl.SQL_SERVER,
                        user(),
                        password(),
                        withPort(host.replace(',', ':')),
                        database(),
                        settings)
                .text();
    }

    private static String truth(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "mandatory" -> "true";
            case "no", "false", "optional" -> "false";
            default -> value;
        };
    }

    private Optional<String> user() {
        return first("user id", "userid", "uid", "username", "user name", "user");
    }

    private Optional<String> password() {
        return first("password", "pwd");
    }

    private String database() {
        return first("initial catalog", "database", "db").orElse("");
    }

    private String withPort(String host) {
        return host.contains(":") || first("port").isEmpty()
                ? host
                : host + ":" + first("port").orElse("");
    }

    private Optional<String> first(String... keys) {
        return List.of(keys).stream()
                .flatMap(key -> Optional.ofNullable(values.get(key)).stream())
                .findFirst();
    }

    private boolean hasAny(Set<String> keys) {
        return values.keySet().stream().anyMatch(keys::contains);
    }
}
