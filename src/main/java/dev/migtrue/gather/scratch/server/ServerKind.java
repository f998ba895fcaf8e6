package dev.migtrue.gather.scratch.server;

import java.nio.file.Path;
import java.util.List;

/** A kind of server that can be started for a moment. */
public enum ServerKind {
    POSTGRESQL(
            "PostgreSQL",
            "postgres",
            List.of("postgres", "initdb"),
            "/usr/lib/postgresql",
            "/usr/pgsql",
            "/usr/local/pgsql",
            "/opt/homebrew/opt",
            "/usr/local/opt",
            "/Applications/Postgres.app/Contents/Versions"),
    MARIADB(
            "MariaDB",
            "mariadbd",
            List.of("mariadbd"),
            "/usr",
            "/usr/local",
            "/usr/local/mariadb",
            "/opt/homebrew/opt",
            "/usr/local/opt"),
    MYSQL(
            "MySQL",
            "mysqld",
            List.of("mysqld"),
            "/usr",
            "/usr/local",
            "/usr/local/mysql",
            "/opt/homebrew/opt",
            "/usr/local/opt");

    private final String product;
    private final String server;

    /** Nobody can change it; of a list the checker cannot know that. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> programs;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Path> usualFolders;

    ServerKind(String product, String server, List<String> programs, String... usualFolders) {
        this.product = product;
        this.server = server;
        this.programs = programs;
        this.usualFolders = List.of(usualFolders).stream().map(Path::of).toList();
    }

    /** What its makers call it. */
    public String product() {
        return product;
    }

    /** The program that answers. */
    String server() {
        return server;
    }

    /** All that is needed, the server's among them. */
    List<String> programs() {
        return programs;
    }

    /** Where systems put its programs that are not on the PATH. */
    List<Path> usualFolders() {
        return usualFolders;
    }
}
