package dev.migtrue.gather.database;

import java.util.List;
import java.util.Optional;

/** Connection poolers that can be told by their address. What fails there may work at the server behind them. */
final class Pooler {

    private static final int OF_PGBOUNCER = 6432;
    private static final int OF_TRANSACTIONS_AT_SUPABASE = 6543;

    private Pooler() {}

    /** What to know of the pooler among these hosts when it answers no; absent where none can be told. */
    static Optional<String> hint(List<HostPort> hosts) {
        return hosts.stream().map(Pooler::hint).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> hint(HostPort host) {
        if (host.host().contains("-pooler.")) {
            return Optional.of("a pooler of Neon, the server itself is at the same name without -pooler");
        }
        if (host.host().endsWith(".pooler.supabase.com")) {
            return Optional.of(
                    host.port() == OF_TRANSACTIONS_AT_SUPABASE
                            ? "a pooler of Supabase that lends sessions by the transaction, at port 5432 it lends whole ones"
                            : "a pooler of Supabase, which takes users by the name role.project");
        }
        return host.port() == OF_PGBOUNCER
                ? Optional.of("by its port PgBouncer, not the server itself")
                : Optional.empty();
    }
}
