package dev.migtrue.gather.scratch.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The programs of a server as they lie on this machine.
 *
 * @param bin where all of them are
 */
record Installation(ServerKind kind, Path bin) {

    private static final Pattern NOT_DIGITS = Pattern.compile("\\D+");

    /** The one of a folder: in itself, in {@code bin} and the like, or in those of the folders in it, that of the highest number first. */
    static Optional<Installation> in(Path folder, ServerKind kind) {
        return Stream.concat(Stream.of(folder), children(folder))
                .flatMap(each -> Stream.of(each, each.resolve("bin"), each.resolve("sbin"), each.resolve("libexec")))
                .flatMap(each -> at(each, kind).stream())
                .findFirst();
    }

    /** The one whose programs are in this very folder. */
    static Optional<Installation> at(Path folder, ServerKind kind) {
        return kind.programs().stream().allMatch(name -> isProgram(folder.resolve(name)))
                ? home(folder.resolve(kind.server())).map(home -> new Installation(kind, home))
                : Optional.empty();
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    /** Servers look for their other files beside themselves, wherever links lead to. */
    private static Optional<Path> home(Path server) {
        try {
            return Optional.ofNullable(server.toRealPath().getParent());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children
                    .filter(Files::isDirectory)
                    .sorted(Comparator.comparing(Installation::number).reversed())
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    /** The first number in a folder's name, by which its version is known. */
    private static int number(Path folder) {
        return NOT_DIGITS
                .splitAsStream(String.valueOf(folder.getFileName()))
                .filter(digits -> !digits.isEmpty() && digits.length() < 9)
                .map(Integer::valueOf)
                .findFirst()
                .orElse(0);
    }

    String program(String name) {
        return bin.resolve(name).toString();
    }

    /** The folder that the server's other files lie below. */
    Path base() {
        return Optional.ofNullable(bin.getParent()).orElse(bin);
    }
}
