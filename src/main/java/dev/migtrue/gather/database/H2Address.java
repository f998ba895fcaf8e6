package dev.migtrue.gather.database;

import dev.migtrue.model.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of an H2 database.
 *
 * @param place where it is
 * @param settings what the driver is told besides, under its own names
 */
record H2Address(Place place, Map<String, String> settings, Optional<Secret> password) implements DatabaseAddress {

    private static final int DEFAULT_PORT = 9092;
    private static final Pattern FILE_SYSTEM = Pattern.compile("(?i:(file|nio|async|niomapped):)?(?<path>.*)");
    private static final Pattern SERVER = Pattern.compile("(?i:(?<protocol>tcp|ssl)):(?<rest>//.*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Where an H2 database is. */
    sealed interface Place {

        /** A file, of which addresses leave out the ending. {@code path} begins with a tilde where it is in the user's home. */
        record InFile(String written, String path) implements Place {}

        /** A server, which knows the rest. */
        record AtServer(String protocol, HostPort host, String path) implements Place {}
    }

    H2Address {
        settings = Map.copyOf(settings);
    }

    @Override
    public String target() {
        return switch (place) {
            case Place.InFile file -> "h2:" + file.written();
            case Place.AtServer server -> "h2:" + server.protocol() + "://" + server.host() + "/" + server.path();
        };
    }

    /** Reads what follows the scheme and its colon. */
    static H2Address parse(String rest, Path folder) {
        String[] parts = rest.split(";", -1);
        Map<String, String> settings = new HashMap<>();
        Optional<Secret> password = Optional.empty();
        for (int index = 1; index < parts.length; index++) {
            int equals = parts[index].indexOf('=');
            String key = parts[index].substring(0, Math.max(equals, 0)).toUpperCase(Locale.ROOT);
            String value = parts[index].substring(equals + 1);
            switch (key) {
                case "USER" -> settings.put(key, value);
                case "PASSWORD" -> password = Optional.of(new Secret(value, value));
                // They end up in statements of the driver's.
                case "SCHEMA", "CIPHER" -> settings.put(key, name(key, value));
                // There are settings that run a script or write a file.
                default -> {}
            }
        }
        return new H2Address(place(parts[0], folder), settings, password);
    }

    private static String name(String key, String value) {
        if (!NAME.matcher(value).matches()) {
            throw MalformedAddress.because(key + " must be a name of letters, digits and underscores");
        }
        return value;
    }

    private static Place place(String text, Path folder) {
        var server = SERVER.matcher(text);
        if (server.matches()) {
            NetworkUrl url = NetworkUrl.parse(server.group("rest"), UrlDialect.JDBC);
            Hosts hosts = new Hosts(DEFAULT_PORT);
            hosts.readAuthority(url.hosts());
            return new Place.AtServer(
                    server.group("protocol").toLowerCase(Locale.ROOT),
                    hosts.pairs().getFirst(),
                    url.database()
                            .orElseThrow(() -> MalformedAddress.because("an H2 server wants to know which file")));
        }
        if (text.isEmpty() || text.regionMatches(true, 0, "mem:", 0, 4)) {
            throw new UsageException("an H2 database in memory cannot be read from outside; name a file or a server,"
                    + " as in jdbc:h2:./app or jdbc:h2:tcp://localhost/./app");
        }
        return inFile(text, folder);
    }

    private static Place.InFile inFile(String text, Path folder) {
        var file = FILE_SYSTEM.matcher(text);
        String path = file.matches() ? file.group("path") : text;
        if (path.isEmpty() || path.matches("[A-Za-z]{2,}:.*")) {
            throw MalformedAddress.because("of H2 it takes a plain file or a server of tcp or ssl");
        }
        try {
            return new Place.InFile(
                    path, path.startsWith("~") ? path : folder.resolve(path).toString());
        } catch (InvalidPathException e) {
            throw MalformedAddress.because("no file can have such a name");
        }
    }

    @Override
    public String toString() {
        return target();
    }
}
