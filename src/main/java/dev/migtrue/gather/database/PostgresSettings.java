package dev.migtrue.gather.database;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an address says beside its hosts, on its way from libpq's words to the driver's. Only what is known to be
 * harmless goes through: the driver loads classes and writes files for some of its own settings, and an address may
 * come from a repository.
 */
final class PostgresSettings {

    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    /** libpq's names and the driver's, where the values are the same. */
    private static final Map<String, String> RENAMED = Map.of(
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "gssencmode", "gssEncMode",
            "krbsrvname", "kerberosServerName",
            "require_auth", "requireAuth",
            "search_path", "currentSchema",
            "sslnegotiation", "sslNegotiation");

    private static final Set<String> SAME = Set.of(
            "ApplicationName",
            "channelBinding",
            "currentSchema",
            "gssEncMode",
            "kerberosServerName",
            "loadBalanceHosts",
            "options",
            "requireAuth",
            "sslcert",
            "sslkey",
            "sslNegotiation",
            "tcpKeepAlive");

    private static final Set<String> SERVER_TYPES =
            Set.of("any", "primary", "master", "secondary", "slave", "preferPrimary", "preferSecondary", "preferSlave");

    private static final Set<String> HARMLESS_FACTORIES =
            Set.of("org.postgresql.ssl.DefaultJavaSSLFactory", "org.postgresql.ssl.NonValidatingFactory");

    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, Secret> secrets = new LinkedHashMap<>();
    private Optional<String> database = Optional.empty();
    private Optional<Duration> connectTimeout = Optional.empty();

    void user(String name) {
        properties.put("user", name);
    }

    void database(String name) {
        database = Optional.of(name);
    }

    void secret(String key, Secret value) {
        secrets.put(key, value);
    }

    /**
     * {@code ssl} is a switch that demands a verified server in JDBC, and another name of {@code sslmode} in asyncpg.
     */
    void ssl(String value, UrlDialect dialect) {
        String word = value.toLowerCase(Locale.ROOT);
        if (dialect == UrlDialect.JDBC) {
            properties.put("ssl", word);
        } else {
            switch (word) {
                case "true", "1", "on", "yes" -> set("sslmode", "require");
                case "false", "0", "off", "no" -> set("sslmode", "disable");
                default -> set("sslmode", word);
            }
        }
    }

    /** Takes over a setting by libpq's name or the driver's; what is unknown is passed over. */
    void set(String key, String value) {
        switch (key) {
            case "sslmode" -> properties.put(key, sslMode(value));
            case "sslrootcert" -> trust(value);
            case "sslfactory" -> {
                if (HARMLESS_FACTORIES.contains(value)) {
                    properties.put(key, value);
                }
            }
            case "connect_timeout", "connectTimeout" -> connectTimeout = seconds(value);
            case "target_session_attrs" -> properties.put("targetServerType", serverType(value));
            case "targetServerType" -> {
                if (SERVER_TYPES.contains(value)) {
                    properties.put(key, value);
                }
            }
            case "load_balance_hosts" -> properties.put("loadBalanceHosts", String.valueOf(value.equals("random")));
            case "keepalives" -> properties.put("tcpKeepAlive", String.valueOf(!value.equals("0")));
            default -> {
                String name = RENAMED.getOrDefault(key, key);
                if (SAME.contains(name)) {
                    properties.put(name, value);
                }
            }
        }
    }

    PostgresAddress address(List<HostPort> hosts) {
        // libpq checks the server's certificate once it was told whom to trust; the driver would not.
        if (properties.containsKey("sslrootcert")) {
            properties.replace("sslmode", "require", "verify-ca");
        }
        return new PostgresAddress(hosts, database, properties, secrets, connectTimeout);
    }

    private void trust(String roots) {
        if (roots.equals("system")) {
            properties.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
            properties.put("sslmode", "verify-full");
        } else {
            properties.put("sslrootcert", roots);
        }
    }

    private static String sslMode(String value) {
        String mode = value.toLowerCase(Locale.ROOT);
        if (!SSL_MODES.contains(mode)) {
            throw MalformedAddress.because("sslmode must be disable, allow, prefer, require, verify-ca or verify-full");
        }
        return mode;
    }

    /** Zero and less mean for ever to libpq, which is never waited here. */
    private static Optional<Duration> seconds(String value) {
        if (!value.matches("-?[0-9]{1,6}")) {
            throw MalformedAddress.because("connect_timeout is not a number of seconds");
        }
        return Optional.of(Duration.ofSeconds(Long.parseLong(value))).filter(Duration::isPositive);
    }

    private static String serverType(String sessionAttributes) {
        return switch (sessionAttributes) {
            case "read-write", "primary" -> "primary";
            case "read-only", "standby" -> "secondary";
            case "prefer-standby" -> "preferSecondary";
            default -> "any";
        };
    }
}
