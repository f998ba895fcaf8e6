package dev.migtrue.gather.address;

import dev.migtrue.gather.address.UrlText.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What tools put into the query of an address for themselves: none of it is for the server. */
final class ForeignSettings {

    private static final Pattern OF_MIGRATE = Pattern.compile("x-.*");

    private static final Set<String> OF_PRISMA = Set.of(
            "schema",
            "pgbouncer",
            "connection_limit",
            "pool_timeout",
            "socket_timeout",
            "statement_cache_size",
            "single_use_connections",
            "sslaccept",
            "sslidentity",
            "max_connection_lifetime",
            "max_idle_connection_lifetime");

    private static final Set<String> OF_OTHERS = Set.of(
            "serverVersion",
            "charset",
            "collation",
            "collate",
            "encoding",
            "parseTime",
            "loc",
            "multiStatements",
            "pool",
            "pool_size",
            "pool_max_conns",
            "pool_min_conns",
            "checkout_timeout",
            "prepared_statements",
            "reconnect",
            "timeout",
            "conn_max_age",
            "conn_health_checks",
            "default_query_exec_mode",
            "driver");

    private ForeignSettings() {}

    /** A URL without them. */
    static UrlText without(UrlText url) {
        boolean isPostgres =
                Set.of("postgresql", "postgres", "cockroachdb", "yugabytedb").contains(url.kind());
        boolean isPrisma = isPostgres && url.query().stream().anyMatch(item -> OF_PRISMA.contains(item.key()));
        List<Item> kept = new ArrayList<>();
        for (Item item : url.query()) {
            boolean isForeign = OF_MIGRATE.matcher(item.key()).matches()
                    || OF_PRISMA.contains(item.key())
                    || OF_OTHERS.contains(item.key());
            if (!isForeign) {
                kept.add(isPrisma && item.key().equals("sslcert") ? new Item("sslrootcert", item.value()) : item);
            }
        }
        if (isPrisma) {
            addPrisma(url, kept);
        }
        return kept.equals(url.query()) ? url : url.withQuery(kept);
    }

    /** A pooler that lends sessions by the transaction refuses to start one with a search path. */
    private static void addPrisma(UrlText url, List<Item> kept) {
        boolean isPooled = url.setting("pgbouncer").filter("true"::equals).isPresent();
        url.setting("schema")
                .filter(schema -> !isPooled && !schema.isEmpty())
                .ifPresent(schema -> kept.add(new Item("search_path", Encoded.of(schema))));
        url.setting("sslidentity").ifPresent(file -> kept.add(new Item("sslkey", Encoded.of(file))));
        boolean isEncrypted = url.setting("sslmode").filter("disable"::equals).isEmpty();
        if (isEncrypted && url.setting("sslaccept").filter("strict"::equals).isPresent()) {
            boolean hasRoots = url.setting("sslcert").isPresent();
            kept.removeIf(item -> item.key().equals("sslmode"));
            kept.add(new Item("sslmode", "verify-full"));
            if (!hasRoots) {
                kept.add(new Item("sslrootcert", "system"));
            }
        }
    }
}
