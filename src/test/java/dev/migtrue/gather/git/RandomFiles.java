package dev.migtrue.gather.git;

import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What happens to the files of a work tree behind git's back. */
final class RandomFiles {

    private static final List<String> ORDINARY = List.of(
            "a.sql",
            "b.sql",
            "db/migration/V1__a.sql",
            "db/migration/V2__b.sql",
            "db/migration/sub/V3__c.sql",
            "db/note",
            "build/out/V9__x.sql",
            "build/db/V4__d.sql",
            "db/migration",
            "a.sql/inside");
    /** Other cases of letters, two forms of one word, blanks, and all that a pattern or a listing could stumble over. */
    private static final List<String> ODD = List.of(
            "sp ace/é.sql",
            "db/migration/v1__A.sql",
            "DB/migration/V1__a.sql",
            "db/migration/Stra\u00dfe.sql",
            "db/migration/\u00e9t\u00e9.sql",
            "db/migration/e\u0301te\u0301.sql",
            "db/migration/\u65e5\u672c/\ud83d\ude00.sql",
            "db/migration/ blanks ",
            "db/migration/tab\t.sql",
            "db/migration/two\nlines.sql",
            "db/migration/-f",
            "db/migration/[a].sql",
            "db/migration/s*r?.sql",
            "db/migration/back\\slash.sql",
            "db/migration/quo\"te'.sql",
            "db/migration/#V1",
            "db/migration/!V2",
            "db/migration/.hidden.sql",
            "db/migration/V1__a.sql~",
            "db.sql",
            "db-old/V1__a.sql",
            "db/migration/V1__a.sql/V1__a.sql");

    private static final List<String> CONTENTS = List.of(
            "",
            "select 1;\n",
            "select 2;\n",
            "select 1;\r\n",
            "one\r\ntwo\n",
            "lone\rcr\n",
            "nul\0\r\n",
            "$Id: x $\n",
            "\u0001\u0002\u0003\r\n",
            "eof\u001a");

    private final TestRepository repository;
    private final Chance chance;
    private final List<String> told;
    private final List<String> paths;

    RandomFiles(TestRepository repository, Chance chance, List<String> told) {
        this.repository = repository;
        this.chance = chance;
        this.told = told;
        this.paths = Stream.concat(chance.some(6, ORDINARY).stream(), chance.some(4, ODD).stream())
                .toList();
    }

    /** One of the few paths that this history is about. */
    String path() {
        return chance.any(paths);
    }

    void change() {
        switch (chance.below(9)) {
            case 0, 1, 2, 3 -> write(path(), chance.any(CONTENTS));
            case 4 -> delete(path());
            case 5 -> link(path(), path());
            case 6 -> touch(repository.path(path()));
            case 7 -> permit(repository.path(path()), chance.any(List.of("rwxr-xr-x", "rw-r--r--")));
            default -> move(path(), path());
        }
    }

    void write(String path, String content) {
        told.add("write " + shown(path) + ": " + shown(content));
        makeRoomFor(path);
        repository.write(path, content);
    }

    /** Makes each file's time another one, so that git no longer trusts what it knows of it. */
    void touchAll() {
        told.add("touch everything");
        quietly(() -> {
            try (Stream<Path> files = Files.walk(repository.workTree())) {
                files.filter(file -> !file.startsWith(repository.path(".git"))).forEach(this::touch);
            }
        });
    }

    private void link(String path, String target) {
        told.add("link " + shown(path) + " -> " + shown(target));
        makeRoomFor(path);
        repository.link(path, target);
    }

    private void delete(String path) {
        told.add("delete " + shown(path));
        deleteAll(repository.path(path));
    }

    private void move(String from, String to) {
        Path source = repository.path(from);
        if (!isThere(source) || to.startsWith(from) || from.startsWith(to)) {
            return;
        }
        told.add("move " + shown(from) + " to " + shown(to));
        makeRoomFor(to);
        quietly(() -> {
            Files.createDirectories(repository.path(to).resolveSibling(""));
            Files.move(source, repository.path(to));
        });
    }

    private void touch(Path file) {
        if (isPlain(file)) {
            quietly(() -> Files.setLastModifiedTime(
                    file, FileTime.fromMillis(chance.random().nextLong(1_000_000_000_000L))));
        }
    }

    private void permit(Path file, String permissions) {
        if (isPlain(file)) {
            told.add("permit " + permissions + " " + file.getFileName());
            quietly(() -> Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions)));
        }
    }

    /** Takes away whatever stands where a file or one of its folders must be. */
    private void makeRoomFor(String path) {
        deleteAll(repository.path(path));
        for (Path above = Path.of(path).getParent(); above != null; above = above.getParent()) {
            Path folder = repository.path(above.toString());
            if (isThere(folder) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                deleteAll(folder);
            }
        }
    }

    private static void deleteAll(Path path) {
        if (isThere(path)) {
            quietly(() -> {
                try (Stream<Path> below = Files.walk(path)) {
                    for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            });
        }
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isPlain(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static String shown(String text) {
        return text.replace("\\", "\\\\")
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\0", "\\0");
    }

    private interface Action {
        void run() throws IOException;
    }

    private static void quietly(Action action) {
        try {
            action.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
