package dev.migtrue.gather.database;

import dev.migtrue.model.Applied.Obstacle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.engine.SysProperties;

/**
 * An H2 database file as it lies on disk.
 *
 * @param path the path as the driver takes it, without the ending
 */
record H2File(String path) {

    private static final String ENDING = ".mv.db";
    private static final String OLD_ENDING = ".h2.db";
    private static final int HEADER = 256;
    private static final Pattern FORMAT = Pattern.compile("^H:2,.*?\\bformat:([0-9a-f]+)\\b");

    /** Looks at a file, and refuses what cannot be a database before H2 sees it. */
    static H2File at(H2Address.Place.InFile place) throws NotReadException {
        String path = place.path().replaceFirst("^~(?=/|$)", Matcher.quoteReplacement(SysProperties.USER_HOME));
        String shown = place.written();
        // What follows a semicolon would be settings, some of which run statements.
        if (path.contains(";")) {
            throw refused("cannot be opened, as there is a semicolon in the path", shown);
        }
        if (Files.exists(Path.of(path + OLD_ENDING)) && !Files.exists(Path.of(path + ENDING))) {
            throw refused("written by H2 1.3, whose files no later version reads", shown + OLD_ENDING);
        }
        Path file = Path.of(path + ENDING);
        if (!Files.isRegularFile(file)) {
            throw refused(Files.exists(file) ? "not a regular file" : "no such file", shown + ENDING);
        }
        if (!Files.isReadable(file)) {
            throw refused("no permission to read", shown + ENDING);
        }
        H2File found = new H2File(path);
        if (found.header().isEmpty()) {
            throw refused("an empty file", shown + ENDING);
        }
        return found;
    }

    /** The number of the format in which the file is written; absent where it says none. */
    Optional<String> format() {
        return Optional.of(FORMAT.matcher(header())).filter(Matcher::find).map(found -> found.group(1));
    }

    boolean isEncrypted() {
        return header().startsWith("H2encrypt");
    }

    private String header() {
        try (InputStream in = Files.newInputStream(Path.of(path + ENDING))) {
            return new String(in.readNBytes(HEADER), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static NotReadException refused(String cause, String shown) {
        return new NotReadException(Obstacle.REFUSED, cause + ": " + shown);
    }
}
