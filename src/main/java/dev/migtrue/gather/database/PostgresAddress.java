package dev.migtrue.gather.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The address of a PostgreSQL database.
 *
 * @param hosts tried in this order; never empty
 * @param database absent means the one that is called like the user
 * @param properties what the driver is told besides, under the driver's own names
 * @param secrets the same, for what must not be shown
 * @param connectTimeout how long to wait for the connection, where the address says so
 */
record PostgresAddress(
        List<HostPort> hosts,
        Optional<String> database,
        Map<String, String> properties,
        Map<String, Secret> secrets,
        Optional<Duration> connectTimeout)
        implements DatabaseAddress {

    PostgresAddress {
        hosts = List.copyOf(hosts);
        properties = Map.copyOf(properties);
        secrets = Map.copyOf(secrets);
    }

    @Override
    public String target() {
        return "postgresql://" + place() + database.map(name -> "/" + name).orElse("");
    }

    @Override
    public Optional<DatabaseAddress> beside(String other) {
        return Optional.of(new PostgresAddress(hosts, Optional.of(other), properties, secrets, connectTimeout));
    }

    /** The hosts as messages name them: {@code host:5432,other:5432}. */
    String place() {
        return ListeningHosts.shown(hosts);
    }

    /** The URL that the driver takes, with only those hosts that are worth trying and without secrets. */
    String jdbcUrl(List<HostPort> reachable) {
        return "jdbc:postgresql://" + ListeningHosts.shown(reachable) + "/"
                + database.map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .orElse("");
    }

    /** Everything that goes to the driver beside the URL, secrets included. */
    Properties driverProperties() {
        Properties all = new Properties();
        all.putAll(properties);
        secrets.forEach((key, secret) -> all.setProperty(key, secret.value()));
        return all;
    }

    /** Without user and settings too: what prints ends up in logs. */
    @Override
    public String toString() {
        return target();
    }
}
