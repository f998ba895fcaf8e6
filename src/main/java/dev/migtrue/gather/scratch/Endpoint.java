package dev.migtrue.gather.scratch;

import java.nio.file.Path;

/** Where other programs find a throw-away database. */
public sealed interface Endpoint {

    /** On a server. */
    record OnServer(String host, int port, String user, String password, String database) implements Endpoint {

        /** Without the password: what prints ends up in logs. */
        @Override
        public String toString() {
            return "%s:%d/%s".formatted(host, port, database);
        }
    }

    /** In a file. */
    record InFile(Path file) implements Endpoint {}
}
