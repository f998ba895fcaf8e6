package dev.migtrue.gather.database;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The address of a database whose driver the user brings along.
 *
 * @param hosts the first at which somebody listens is taken; never empty
 * @param database absent means that the connection begins in the one that the server takes for this user
 * @param driverUrl what the driver takes, with <code>{host}</code> and <code>{port}</code> where those of a host belong
 * @param settings what the driver is told besides, under its own names
 * @param connectTimeout how long to wait for the connection, where the address says so
 */
record VendorAddress(
        Vendor vendor,
        List<HostPort> hosts,
        Optional<String> database,
        Optional<String> user,
        Optional<Secret> password,
        String driverUrl,
        Map<String, String> settings,
        Optional<Duration> connectTimeout)
        implements DatabaseAddress {

    VendorAddress {
        hosts = List.copyOf(hosts);
        settings = Map.copyOf(settings);
    }

    @Override
    public String target() {
        return vendor.scheme() + "://" + ListeningHosts.shown(hosts)
                + database.map(name -> "/" + name).orElse("");
    }

    /** Each service of Oracle is a server to itself, and ClickHouse reads all databases through one connection. */
    @Override
    public Optional<DatabaseAddress> beside(String other) {
        return vendor == Vendor.SQL_SERVER
                ? Optional.of(new VendorAddress(
                        vendor, hosts, Optional.of(other), user, password, driverUrl, settings, connectTimeout))
                : Optional.empty();
    }

    /** Without user and settings too: what prints ends up in logs. */
    @Override
    public String toString() {
        return target();
    }
}
