package dev.migtrue.gather.database;

import dev.migtrue.gather.database.MariaDbAddress.Tls;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The grammar of MySQL and MariaDB addresses, as their own programs, SQLAlchemy and JDBC write them. Only the settings
 * that are known here go to the driver: it runs statements, loads classes and reads files for some of its own, and an
 * address may come from a repository.
 */
final class MariaDbUrl {

    private static final int DEFAULT_PORT = 3306;

    private static final Map<String, Tls> MODES = Map.ofEntries(
            Map.entry("disable", Tls.DISABLED),
            Map.entry("disabled", Tls.DISABLED),
            Map.entry("false", Tls.DISABLED),
            Map.entry("0", Tls.DISABLED),
            Map.entry("prefer", Tls.PREFERRED),
            Map.entry("preferred", Tls.PREFERRED),
            Map.entry("trust", Tls.REQUIRED),
            Map.entry("require", Tls.REQUIRED),
            Map.entry("required", Tls.REQUIRED),
            Map.entry("true", Tls.REQUIRED),
            Map.entry("1", Tls.REQUIRED),
            Map.entry("verify-ca", Tls.VERIFIED_AUTHORITY),
            Map.entry("verify-full", Tls.VERIFIED_HOST),
            Map.entry("verify-identity", Tls.VERIFIED_HOST));

    private final Hosts hosts = new Hosts(DEFAULT_PORT);
    private Optional<String> user;
    private Optional<Secret> password;
    private Optional<Tls> tls = Optional.empty();
    private Optional<String> certificate = Optional.empty();
    private Optional<Duration> connectTimeout = Optional.empty();

    private MariaDbUrl(NetworkUrl url) {
        user = url.user();
        password = url.password();
        hosts.readAuthority(url.hosts());
        url.settings().forEach(this::read);
    }

    /**
     * Reads what follows the scheme and its colon.
     *
     * @param product what the scheme calls the database
     */
    static MariaDbAddress parse(String rest, UrlDialect dialect, String product) {
        // How several servers share the work is of no interest to one reader.
        String plain = rest.replaceFirst("^(?i:replication|sequential|load-?balance|aurora):(?=//)", "");
        NetworkUrl url = NetworkUrl.parse(plain, dialect);
        return new MariaDbUrl(url).address(product, url.database());
    }

    private MariaDbAddress address(String product, Optional<String> database) {
        // Whoever says whom to trust wants it looked at.
        Tls least = certificate.isPresent() ? Tls.VERIFIED_AUTHORITY : Tls.PREFERRED;
        Tls wanted = tls.filter(mode -> mode == Tls.DISABLED || mode.compareTo(least) > 0)
                .orElse(least);
        return new MariaDbAddress(
                product, hosts.pairs(), database, user, password, wanted, certificate, connectTimeout);
    }

    private void read(NetworkUrl.Setting setting) {
        String value = setting.value();
        switch (setting.key().toLowerCase(Locale.ROOT).replace("_", "").replace("-", "")) {
            case "user", "username" -> user = Optional.of(value);
            case "password", "passwd" -> password = Optional.of(setting.secret());
            case "host" -> hosts.readHosts(value);
            case "port" -> hosts.readPorts(value);
            case "unixsocket", "localsocket", "socket" -> throw Hosts.unixSocket();
            case "sslmode", "ssl", "usessl" -> tls = Optional.of(mode(value));
            case "requiressl" -> demand(value, Tls.REQUIRED);
            case "verifyservercertificate", "sslverifycert" -> demand(value, Tls.VERIFIED_AUTHORITY);
            case "sslcheckhostname", "sslverifyidentity" -> demand(value, Tls.VERIFIED_HOST);
            case "ssldisabled" -> demand(value, Tls.DISABLED);
            case "serversslcert", "sslca", "sslrootcert" -> certificate = Optional.of(value);
            // In JDBC these are milliseconds, elsewhere seconds, and the name tells which.
            case "connecttimeout" -> connectTimeout = timeout(setting);
            default -> {}
        }
    }

    private void demand(String value, Tls mode) {
        if (value.equalsIgnoreCase("true") || value.equals("1")) {
            tls = Optional.of(mode);
        }
    }

    private static Tls mode(String value) {
        return Optional.ofNullable(MODES.get(value.toLowerCase(Locale.ROOT).replace('_', '-')))
                .orElseThrow(() -> MalformedAddress.because(
                        "an SSL mode must be disabled, preferred, required, verify-ca" + " or verify-identity"));
    }

    private static Optional<Duration> timeout(NetworkUrl.Setting setting) {
        if (!setting.value().matches("[0-9]{1,9}")) {
            throw MalformedAddress.because("a connect timeout is not a number");
        }
        long number = Long.parseLong(setting.value());
        Duration timeout =
                setting.key().equals("connectTimeout") ? Duration.ofMillis(number) : Duration.ofSeconds(number);
        // None at all means for ever, which is never waited here.
        return Optional.of(timeout).filter(Duration::isPositive);
    }
}
