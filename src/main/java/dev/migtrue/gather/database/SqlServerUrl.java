package dev.migtrue.gather.database;

import dev.migtrue.model.UsageException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar of SQL Server addresses, as JDBC, ODBC behind SQLAlchemy, and Go and Ruby write them. Only the settings that
 * are known here go to the driver: for some of its own it loads classes and runs programs.
 */
final class SqlServerUrl {

    private static final int DEFAULT_PORT = 1433;
    private static final Set<String> YES = Set.of("true", "yes", "1", "mandatory", "require", "required", "sspi");
    private static final Set<String> NO = Set.of("false", "no", "0", "optional", "disable", "disabled");
    private static final Set<String> BY_PASSWORD = Set.of("", "sqlpassword", "notspecified");
    private static final Pattern BARE_IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");
    private static final Pattern SERVER = Pattern.compile(
            "(?i:tcp:)?(?<host>\\[[^]]*]|[^\\\\:,]*)(\\\\(?<instance>[^:,]*))?([:,]\\s*(?<port>[^\\\\]*))?"
                    + "(\\\\(?<last>.*))?");

    private final Map<String, String> settings = new HashMap<>();
    private String server = "";
    private String port = "";
    private Optional<String> instance = Optional.empty();
    private Optional<String> database = Optional.empty();
    private Optional<String> user = Optional.empty();
    private Optional<Secret> password = Optional.empty();
    private Optional<Duration> connectTimeout = Optional.empty();

    private SqlServerUrl() {
        // What the driver does by itself only since its version 10.
        settings.put("encrypt", "true");
    }

    /** Reads what follows the scheme and its colon. */
    static VendorAddress parse(String rest, UrlDialect dialect) {
        SqlServerUrl url = new SqlServerUrl();
        int semicolon = rest.indexOf(';');
        int front = rest.split("[?@]", 2)[0].length();
        if (dialect == UrlDialect.JDBC || (semicolon >= 0 && semicolon < front)) {
            url.readList(rest, semicolon < 0 ? rest.length() : semicolon);
        } else {
            url.readUrl(NetworkUrl.parse(rest, dialect));
        }
        return url.address();
    }

    private void readList(String rest, int semicolon) {
        if (!rest.startsWith("//")) {
            throw MalformedAddress.because("two slashes must follow the scheme");
        }
        server = rest.substring(2, semicolon).replaceFirst("/$", "");
        SemicolonList.parse(rest.substring(semicolon)).forEach(this::read);
    }

    private void readUrl(NetworkUrl url) {
        user = url.user();
        password = url.password();
        server = url.hosts();
        url.settings().forEach(this::read);
        if (database.isPresent()) {
            // Then what follows the slash is an instance, as Go has it.
            instance = instance.or(url::database);
        }
        database = database.or(url::database);
    }

    private void read(NetworkUrl.Setting setting) {
        String value = setting.value();
        switch (setting.key().toLowerCase(Locale.ROOT).replaceAll("[ _-]", "")) {
            case "user", "username", "uid", "userid" -> user = Optional.of(value);
            case "password", "pwd" -> password = Optional.of(setting.secret());
            case "database", "databasename", "initialcatalog" -> database = Optional.of(value);
            case "server", "servername", "datasource", "address", "addr" -> server = value;
            case "port", "portnumber" -> port = value;
            case "instance", "instancename" -> instance = Optional.of(value);
            case "encrypt" -> settings.put("encrypt", encryption(value));
            case "trustservercertificate" -> settings.put("trustServerCertificate", String.valueOf(isTrue(value)));
            case "hostnameincertificate" -> settings.put("hostNameInCertificate", value);
            case "logintimeout", "connecttimeout", "connectiontimeout" -> connectTimeout = timeout(value);
            case "integratedsecurity", "trustedconnection" -> demandPassword(!isTrue(value));
            case "authentication" -> demandPassword(BY_PASSWORD.contains(value.toLowerCase(Locale.ROOT)));
            case "odbcconnect" -> SemicolonList.parse(value).forEach(this::read);
            default -> {}
        }
    }

    private VendorAddress address() {
        Matcher parts = SERVER.matcher(BARE_IPV6.matcher(server).matches() ? "[" + server + "]" : server);
        if (!parts.matches()) {
            throw MalformedAddress.because("a server is not written as host:port");
        }
        String number = Optional.ofNullable(parts.group("port")).orElse(port);
        instance = instance.or(() -> Optional.ofNullable(parts.group("instance")))
                .or(() -> Optional.ofNullable(parts.group("last")))
                .filter(name -> !name.isEmpty());
        if (instance.isPresent() && number.isEmpty()) {
            throw new UsageException("an instance of SQL Server is not looked up by its name; name its port too");
        }
        String host = parts.group("host").strip();
        boolean isHere = host.equals(".") || host.equals("(local)");
        Hosts hosts = new Hosts(DEFAULT_PORT);
        hosts.readAuthority((isHere ? "localhost" : host) + (number.isEmpty() ? "" : ":" + number.strip()));
        return new VendorAddress(
                Vendor.SQL_SERVER,
                hosts.pairs(),
                database.filter(name -> !name.isEmpty()),
                user,
                password,
                "jdbc:sqlserver://",
                settings,
                connectTimeout);
    }

    private static String encryption(String value) {
        return value.equalsIgnoreCase("strict") ? "strict" : String.valueOf(isTrue(value));
    }

    private static boolean isTrue(String value) {
        String word = value.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw MalformedAddress.because("a setting of SQL Server that must be true or false is neither");
        }
        return YES.contains(word);
    }

    private static void demandPassword(boolean isByPassword) {
        if (!isByPassword) {
            throw new UsageException("SQL Server is logged in to with user and password only");
        }
    }

    private static Optional<Duration> timeout(String value) {
        if (!value.matches("[0-9]{1,9}")) {
            throw MalformedAddress.because("a connect timeout is not a number");
        }
        // None at all means for ever, which is never waited here.
        return Optional.of(Duration.ofSeconds(Long.parseLong(value))).filter(Duration::isPositive);
    }
}
