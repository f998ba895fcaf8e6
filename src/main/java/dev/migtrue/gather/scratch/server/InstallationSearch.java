package dev.migtrue.gather.scratch.server;

import dev.migtrue.model.Failure;
import dev.migtrue.model.UsageException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the programs of servers: where the user says they are, else on the PATH, else where systems put them.
 *
 * @param named a folder or a jar that the user names
 * @param path what the variable PATH holds
 */
public record InstallationSearch(Optional<Path> named, String path) {

    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    /** @param folder what to unpack a jar into */
    Installation find(ServerKind kind, Path folder) {
        return named.map(place -> named(place, kind, folder)).orElseGet(() -> installed(kind));
    }

    private static Installation named(Path place, ServerKind kind, Path folder) {
        if (!Files.exists(place)) {
            throw new UsageException("--scratch-server: no such file or folder: " + place);
        }
        Path unpacked = Files.isDirectory(place) ? place : new ServerJar(place).unpack(folder);
        return Installation.in(unpacked, kind)
                .orElseThrow(() -> new UsageException("--scratch-server: %s holds no %s: %s not found"
                        .formatted(place, kind.product(), String.join(" and ", kind.programs()))));
    }

    private Installation installed(ServerKind kind) {
        Stream<Installation> onPath = folders().flatMap(folder -> Installation.at(folder, kind).stream());
        Stream<Installation> elsewhere = Stream.concat(besideClients(kind), kind.usualFolders().stream())
                .flatMap(folder -> Installation.in(folder, kind).stream());
        return Stream.concat(onPath, elsewhere)
                .findFirst()
                .orElseThrow(() -> new Failure(
                        "no %s server is installed here".formatted(kind.product()),
                        "install one, name the folder or the jar of its programs with --scratch-server, or a database on"
                                + " another with --scratch-url"));
    }

    /** Where a link on the PATH leads to a program of the kind, its server is beside that program. */
    private Stream<Path> besideClients(ServerKind kind) {
        List<String> clients = switch (kind) {
            case POSTGRESQL -> List.of("postgres", "pg_ctl", "pg_config");
            case MARIADB -> List.of("mariadb");
            case MYSQL -> List.of("mysql");
        };
        return folders()
                .flatMap(folder -> clients.stream().map(folder::resolve))
                .filter(Files::isExecutable)
                .flatMap(client -> real(client).stream())
                .flatMap(client -> Optional.ofNullable(client.getParent()).stream());
    }

    private static Optional<Path> real(Path file) {
        try {
            return Optional.of(file.toRealPath());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private Stream<Path> folders() {
        return Arrays.stream(SEPARATOR.split(path, -1))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }
}
