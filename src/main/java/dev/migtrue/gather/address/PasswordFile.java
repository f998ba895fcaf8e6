package dev.migtrue.gather.address;

import dev.migtrue.gather.address.LibpqSurroundings.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file of passwords by server, database and user, as libpq keeps it. One that others may read is passed over, as libpq does. */
record PasswordFile(Path path, Trust trust) {

    private static final String ANY = "*";

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    /** Who wants to log in where. */
    record Entry(String host, String port, String database, String user) {

        List<String> fields() {
            return List.of(host, port, database, user);
        }
    }

    /** The password of the first line that fits. */
    Optional<String> password(Entry wanted) {
        return lines().stream()
                .filter(line -> !line.startsWith("#"))
                .map(PasswordFile::fields)
                .filter(fields -> fields.size() == 5 && isFor(fields, wanted.fields()))
                .map(List::getLast)
                .findFirst();
    }

    private boolean isFor(List<String> fields, List<String> wanted) {
        if (trust == Trust.OWN_HOSTS && fields.getFirst().equals(ANY)) {
            return false;
        }
        for (int index = 0; index < wanted.size(); index++) {
            if (!fields.get(index).equals(ANY) && !fields.get(index).equals(wanted.get(index))) {
                return false;
            }
        }
        return true;
    }

    private List<String> lines() {
        try {
            boolean isPrivate = Files.isRegularFile(path) && !isOpenToOthers();
            return isPrivate ? Files.readAllLines(path, StandardCharsets.UTF_8) : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private boolean isOpenToOthers() throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == '\\' && at + 1 < line.length()) {
                field.append(line.charAt(++at));
            } else if (character == ':' && fields.size() < 4) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
