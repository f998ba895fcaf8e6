package dev.migtrue.gather.git;

import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A repository to which random things happen. Each is told, so that a failure can be played again by hand. */
final class RandomHistory {

    private static final List<String> PATHS = List.of(
            "a.sql",
            "b.sql",
            "db/migration/V1__a.sql",
            "db/migration/V2__b.sql",
            "db/migration/sub/V3__c.sql",
            "db/note",
            "build/out/V9__x.sql",
            "build/db/V4__d.sql",
            "sp ace/é.sql",
            "db/migration",
            "a.sql/inside");
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
    private static final List<String> PATTERNS =
            List.of("*.sql", "build/", "/db/migration/sub", "db/", "!V1*", "out", "a.sql", "**/V*");
    private static final List<String> ATTRIBUTES = List.of(
            "* text=auto",
            "*.sql text",
            "*.sql -text",
            "*.sql eol=crlf",
            "* text=auto eol=lf",
            "V* ident",
            "*.sql binary",
            "[attr]q text\n*.sql q",
            "db/** !text");

    private final TestRepository repository;
    private final Random random;
    private final Conversion conversion;
    private final List<String> told = new ArrayList<>();

    /** Whether git is told to turn line ends. */
    enum Conversion {
        /** Never: what git trusts without reading it is then what it would find if it read it. */
        NONE,
        /**
         * Now and then. As git goes on trusting what it stored by the rules of yesterday, all files are touched in the
         * end, so that they are compared by today's.
         */
        CHANGING
    }

    RandomHistory(TestRepository repository, Random random, Conversion conversion) {
        this.repository = repository;
        this.random = random;
        this.conversion = conversion;
    }

    TestRepository repository() {
        return repository;
    }

    void advance(int steps) {
        for (int step = 0; step < steps; step++) {
            something();
        }
        if (conversion == Conversion.CHANGING) {
            touchAll();
        }
    }

    @Override
    public String toString() {
        return String.join("\n  ", told);
    }

    private void something() {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> write(any(PATHS), any(CONTENTS));
            case 4 -> delete(any(PATHS));
            case 5 -> link(any(PATHS), any(PATHS));
            case 6 -> touch(repository.path(any(PATHS)));
            case 7 -> write(".gitignore", any(PATTERNS) + "\n" + any(PATTERNS) + "\n");
            case 8 -> convert();
            case 9, 10 -> git(any(List.of("add -A", "add -u", "add -f .", "add .")));
            case 11 -> git("add " + any(List.of("-f", "-N")) + " --", any(PATHS));
            case 12 -> git(any(List.of("rm -rq --cached --", "rm -rqf --")), any(PATHS));
            case 13, 14 -> git(any(List.of("commit -qm x", "commit -qam x", "commit -q --amend --allow-empty -m y")));
            case 15 -> git("checkout -q " + any(List.of("-f main", "-b other", "-f other", "--detach", "-f HEAD~1")));
            case 16 ->
                git(any(List.of(
                        "merge -q other",
                        "merge -q main",
                        "merge --abort",
                        "cherry-pick main",
                        "stash",
                        "stash -u",
                        "stash pop")));
            case 17 ->
                git(any(List.of(
                        "reset -q --hard",
                        "reset -q",
                        "reset -q --soft HEAD~1",
                        "clean -fdq",
                        "gc -q",
                        "update-index --refresh")));
            case 18 ->
                git(
                        "update-index "
                                + any(List.of(
                                        "--skip-worktree",
                                        "--no-skip-worktree",
                                        "--assume-unchanged",
                                        "--no-assume-unchanged")),
                        any(PATHS));
            default -> configure();
        }
    }

    private void convert() {
        if (conversion == Conversion.CHANGING && random.nextInt(3) == 0) {
            git("config core.autocrlf " + any(List.of("true", "false", "input")));
        } else if (conversion == Conversion.CHANGING) {
            write(".gitattributes", any(ATTRIBUTES) + "\n" + any(ATTRIBUTES) + "\n");
        }
    }

    private void configure() {
        switch (random.nextInt(3)) {
            case 0 -> git("update-index --index-version " + any(List.of("2", "4")));
            case 1 -> git("init -q --template= db/nested");
            default -> write("db/nested/V5__e.sql", "select 5;\n");
        }
    }

    private void write(String path, String content) {
        told.add("write " + path + " "
                + content.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0"));
        makeRoomFor(path);
        repository.write(path, content);
    }

    private void link(String path, String target) {
        told.add("link " + path + " -> " + target);
        makeRoomFor(path);
        repository.link(path, target);
    }

    private void touchAll() {
        told.add("touch everything");
        quietly(() -> {
            try (Stream<Path> files = Files.walk(repository.workTree())) {
                files.filter(file -> !file.startsWith(repository.path(".git"))).forEach(this::touch);
            }
        });
    }

    private void touch(Path file) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            quietly(() -> Files.setLastModifiedTime(file, FileTime.fromMillis(random.nextLong(1_000_000_000_000L))));
        }
    }

    private void delete(String path) {
        told.add("delete " + path);
        deleteAll(repository.path(path));
    }

    /** Whatever stands where a file or one of its folders must be. */
    private void makeRoomFor(String path) {
        deleteAll(repository.path(path));
        for (Path above = Path.of(path).getParent(); above != null; above = above.getParent()) {
            Path folder = repository.path(above.toString());
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                deleteAll(folder);
            }
        }
    }

    private void git(String command, String... paths) {
        told.add("git " + command + " " + String.join(" ", paths));
        String[] arguments =
                Stream.concat(Stream.of(command.split(" ")), Stream.of(paths)).toArray(String[]::new);
        // Much of this is refused, depending on what came before; then nothing happened.
        repository.execute("", arguments);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static void deleteAll(Path path) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            quietly(() -> {
                try (Stream<Path> below = Files.walk(path)) {
                    for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            });
        }
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
