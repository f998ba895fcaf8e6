package dev.migtrue.gather.database;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The grammar of ClickHouse addresses, as JDBC, its own programs, SQLAlchemy and Go write them. The driver speaks HTTP: of
 * an address with one of the usual ports of the other protocol, the usual HTTP port of the same server is taken.
 */
final class ClickHouseUrl {

    private static final Map<Integer, Integer> HTTP_PORTS = Map.of(9000, 8123, 9440, 8443);
    private static final Set<Integer> SECRET_PORTS = Set.of(8443, 9440);
    private static final Set<String> SWITCHES = Set.of("ssl", "secure");

    private Optional<String> user;
    private Optional<Secret> password;
    private Optional<String> database;
    private Optional<Boolean> isSecret;
    private final Map<String, String> settings = new HashMap<>();

    private ClickHouseUrl(NetworkUrl url, Optional<Boolean> isSecret) {
        user = url.user();
        password = url.password();
        database = url.database();
        this.isSecret = isSecret;
        url.settings().forEach(this::read);
    }

    /** Reads what follows the scheme and its colon. */
    static VendorAddress parse(String rest, UrlDialect dialect) {
        String plain = rest.replaceFirst("^(?i:https?):(?=//)", "");
        boolean isHttps = rest.regionMatches(true, 0, "https:", 0, 6);
        if (!plain.startsWith("//")) {
            throw MalformedAddress.because("two slashes must follow the scheme");
        }
        NetworkUrl url = NetworkUrl.parse(plain, dialect);
        return new ClickHouseUrl(url, isHttps ? Optional.of(true) : Optional.empty()).address(url.hosts());
    }

    private void read(NetworkUrl.Setting setting) {
        String value = setting.value();
        String key = setting.key().toLowerCase(Locale.ROOT);
        switch (key) {
            case "user", "username" -> user = Optional.of(value);
            case "password" -> password = Optional.of(setting.secret());
            case "database" -> database = Optional.of(value);
            case "protocol" -> isSecret = value.equalsIgnoreCase("https") ? Optional.of(true) : isSecret;
            case "sslrootcert" -> settings.put(key, value);
            default -> {
                if (SWITCHES.contains(key)) {
                    isSecret = Optional.of(isTrue(value));
                }
            }
        }
    }

    private static boolean isTrue(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "y", "on" -> true;
            case "false", "0", "no", "n", "off" -> false;
            default -> throw MalformedAddress.because("a setting of ClickHouse that must be true or false is neither");
        };
    }

    private VendorAddress address(String authority) {
        Hosts hosts = new Hosts(isSecret.orElse(false) ? 8443 : 8123);
        hosts.readAuthority(authority);
        List<HostPort> written = hosts.pairs();
        boolean isTls = isSecret.orElse(written.stream().allMatch(host -> SECRET_PORTS.contains(host.port())));
        return new VendorAddress(
                Vendor.CLICKHOUSE,
                written.stream()
                        .map(host -> new HostPort(host.host(), HTTP_PORTS.getOrDefault(host.port(), host.port())))
                        .toList(),
                database,
                user,
                password,
                "jdbc:clickhouse:" + (isTls ? "https" : "http") + "://{host}:{port}",
                settings,
                Optional.empty());
    }
}
