package dev.migtrue.gather.address;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** The files in which libpq keeps what belongs to a name: the user's own, and after it the one of the machine. */
record ServiceFile(LibpqSurroundings surroundings) {

    /**
     * What a service is set to.
     *
     * @throws dev.migtrue.model.UsageException when none is called so
     */
    SequencedMap<String, String> settings(String service) {
        return files().stream()
                .flatMap(file -> section(file, service).stream())
                .findFirst()
                .orElseThrow(() -> Malformed.unreadable("no service is called so in "
                        + String.join(
                                " or ", files().stream().map(Path::toString).toList())));
    }

    private List<Path> files() {
        Optional<Path> own = surroundings
                .variable("PGSERVICEFILE")
                .map(Path::of)
                .or(() -> surroundings.usualFile(".pg_service.conf", ".pg_service.conf"));
        Optional<Path> common = surroundings.variable("PGSYSCONFDIR").map(folder -> Path.of(folder, "pg_service.conf"));
        return Stream.concat(own.stream(), common.stream()).toList();
    }

    private static Optional<SequencedMap<String, String>> section(Path file, String name) {
        try {
            return Files.isRegularFile(file)
                    ? IniText.parse(Files.readString(file, StandardCharsets.UTF_8))
                            .section(name)
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
