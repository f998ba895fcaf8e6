package dev.migtrue.cli;

import dev.migtrue.testing.MariaDbServer;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Where a fault is set up: what it takes is cleared away with it, the last first. */
final class Stage implements AutoCloseable {

    /** A password that must never be shown, as an address has it, and what it is. */
    static final String CANARY = "c4n%40ry%2Fp%20ss%25w";

    static final String CANARY_VALUE = "c4n@ry/p ss%w";

    /** What both have in common with each other and with nothing else. */
    static final String TRACE = "c4n";

    private final Path folder;
    private final Deque<AutoCloseable> props = new ArrayDeque<>();

    Stage(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    <T extends AutoCloseable> T using(T prop) {
        props.push(prop);
        return prop;
    }

    ServerDatabase postgres(String... statements) {
        return filled(using(PostgresServer.freshDatabase()), statements);
    }

    ServerDatabase mariaDb(String... statements) {
        return filled(using(MariaDbServer.freshDatabase()), statements);
    }

    private static ServerDatabase filled(ServerDatabase database, String... statements) {
        database.execute(statements);
        return database;
    }

    /** Its address for a role that may read its tables. */
    static String readable(ServerDatabase database) {
        return database.url(reader(database), CANARY);
    }

    /** A role that may read its tables. */
    static String reader(ServerDatabase database) {
        String role = database.role(CANARY_VALUE);
        database.execute("grant select on alembic_version to " + role);
        return role;
    }

    @Override
    public void close() {
        while (!props.isEmpty()) {
            try {
                props.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("a fault was not cleared away", e);
            }
        }
    }
}
