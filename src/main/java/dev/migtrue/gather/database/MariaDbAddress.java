package dev.migtrue.gather.database;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The address of a MySQL or MariaDB database, which one driver serves.
 *
 * @param product what the address calls it: {@code mysql} or {@code mariadb}
 * @param hosts the first at which somebody listens is taken; never empty
 * @param database absent means that the connection begins in none
 * @param tls how the connection is kept from others
 * @param certificate the file of a certificate to trust
 * @param connectTimeout how long to wait for the connection, where the address says so
 */
record MariaDbAddress(
        String product,
        List<HostPort> hosts,
        Optional<String> database,
        Optional<String> user,
        Optional<Secret> password,
        Tls tls,
        Optional<String> certificate,
        Optional<Duration> connectTimeout)
        implements DatabaseAddress {

    /** How far a connection is protected. */
    enum Tls {
        DISABLED("disable"),
        /** Where the server can. */
        PREFERRED("trust"),
        /** Always, whoever the server is. */
        REQUIRED("trust"),
        VERIFIED_AUTHORITY("verify-ca"),
        VERIFIED_HOST("verify-full");

        private final String word;

        Tls(String word) {
            this.word = word;
        }

        /** What the driver calls it. */
        String word() {
            return word;
        }

        boolean isVerified() {
            return this == VERIFIED_AUTHORITY || this == VERIFIED_HOST;
        }
    }

    MariaDbAddress {
        hosts = List.copyOf(hosts);
    }

    @Override
    public String target() {
        return product + "://" + ListeningHosts.shown(hosts)
                + database.map(name -> "/" + name).orElse("");
    }

    @Override
    public Optional<DatabaseAddress> beside(String other) {
        return Optional.of(new MariaDbAddress(
                product, hosts, Optional.of(other), user, password, tls, certificate, connectTimeout));
    }

    /** Without user and settings too: what prints ends up in logs. */
    @Override
    public String toString() {
        return target();
    }
}
