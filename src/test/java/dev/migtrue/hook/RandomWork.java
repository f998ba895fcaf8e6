package dev.migtrue.hook;

import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A repository of two migration systems in which somebody works at random: mostly at code, and a little at everything else. Each step is told. */
final class RandomWork {

    private static final List<String> CODE =
            List.of("app.txt", "src/a.py", "db/readme.md", "shop/src/main/java/A.java");
    private static final List<String> OTHER = List.of(
            "db/versions/001_a.py",
            "db/versions/002_b.py",
            "db/versions/003_c.py",
            "db/versions/__pycache__/002_b.pyc",
            "steps/versions/001_a.py",
            "steps/versions/004_d.py",
            "steps/env.py",
            "steps/script.py.mako",
            "shop/src/main/resources/db/migration/V1__a.sql",
            "shop/src/main/resources/db/migration/V2__b.sql",
            "shop/src/main/java/db/migration/V3__c.java",
            "out/db/V4__d.sql",
            "out/versions/005_e.py",
            "m/M1__a.sql",
            "m/V2__b.pks");
    private static final List<String> INIS = List.of("alembic.ini", "shop/alembic.ini", "pyproject.toml");
    private static final List<String> SETTINGS = List.of(
            "[alembic]\nscript_location = db\n",
            "[alembic]\nscript_location = steps\n",
            "[alembic]\nscript_location = steps\nversion_locations = db/versions out/versions\n",
            "[tool.alembic]\nscript_location = \"out\"\n",
            "[alembic]\nscript_location = db\nrecursive_version_locations = true\n");
    private static final List<String> FLYWAYS = List.of(
            "flyway.locations=filesystem:m\nflyway.sqlMigrationPrefix=M\n",
            "flyway.locations=filesystem:m\nflyway.sqlMigrationSuffixes=.pks\n",
            "flyway.locations=filesystem:shop/src/main/resources/db/migration\n",
            "# none\n");
    private static final List<String> PATTERNS =
            List.of("*.sql", "out/", "/db", "versions/", "00*", "__pycache__/", "*.ini", "!001*", "m");

    private final TestRepository repository;
    private final Random random;
    private final List<String> told = new ArrayList<>();

    RandomWork(TestRepository repository, Random random) {
        this.repository = repository;
        this.random = random;
    }

    void start() {
        write(CODE.getFirst(), "0");
        write("alembic.ini", SETTINGS.getFirst());
        write(OTHER.getFirst(), text(OTHER.getFirst()));
        write(OTHER.get(8), text(OTHER.get(8)));
        git("add -A");
        git("commit -qm start");
    }

    void goOn() {
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> write(any(CODE), "" + random.nextInt(1000));
            case 4 -> git(any(List.of("add -A", "add -u", "commit -qam x", "commit -qm x")));
            case 5, 6 -> tidy();
            default -> meddle();
        }
    }

    private void tidy() {
        git("update-index --really-refresh -q");
        git("add -A");
        git("commit -qm tidy");
    }

    private void meddle() {
        switch (random.nextInt(18)) {
            case 0, 1, 2 -> changed(any(OTHER));
            case 3 -> write(any(INIS), any(SETTINGS));
            case 4 ->
                write(any(List.of("flyway.conf", "shop/src/main/resources/application.properties")), any(FLYWAYS));
            case 5 -> delete(any(random.nextBoolean() ? OTHER : INIS));
            case 6 ->
                write(any(List.of(".gitignore", ".git/info/exclude")), any(PATTERNS) + "\n" + any(PATTERNS) + "\n");
            case 7 -> git("checkout -q " + any(List.of("-f main", "-b other", "-f other", "--detach", "-f HEAD~1")));
            case 8 ->
                git(any(List.of("merge -q other", "merge -q --no-commit other", "merge --abort", "rebase -q other")));
            case 9 -> git(any(List.of("stash", "stash -u", "stash pop", "cherry-pick other", "revert --no-edit HEAD")));
            case 10 ->
                git(any(List.of(
                        "reset -q --hard", "reset -q", "reset -q --soft HEAD~1", "clean -fdxq", "rebase --abort")));
            case 11 -> git("update-ref refs/remotes/origin/main " + any(List.of("HEAD", "HEAD~1", "other", "-d")));
            case 12 ->
                git("update-index " + any(List.of("--skip-worktree", "--assume-unchanged")) + " "
                        + any(random.nextBoolean() ? OTHER : INIS));
            case 13 ->
                git("update-index " + any(List.of("--no-skip-worktree", "--no-assume-unchanged")) + " "
                        + any(random.nextBoolean() ? OTHER : INIS));
            case 14 -> git(any(List.of("add -N", "rm -rq --cached --", "rm -rqf --", "add -f --")) + " " + any(OTHER));
            case 15 ->
                git("mv " + any(List.of("db steps", "steps db", "db out", "m db", "alembic.ini shop/alembic.ini")));
            case 16 -> git("init -q --template= " + any(List.of("out", "db/versions/nested", "steps")));
            default ->
                write(
                        any(List.of("db/env.py", "steps/env.py")),
                        any(List.of("", "context.configure(version_table='x')\n")));
        }
    }

    TestRepository repository() {
        return repository;
    }

    @Override
    public String toString() {
        return String.join("\n  ", told);
    }

    private void changed(String path) {
        write(path, text(path) + (random.nextInt(3) == 0 ? "# again\n" : ""));
    }

    private static String text(String path) {
        String id = path.replaceAll(".*/|_.*", "");
        String parent = id.startsWith("00") && !id.equals("001") ? "'00" + (id.charAt(2) - '1') + "'" : "None";
        return path.endsWith(".py") ? "revision = '%s'\ndown_revision = %s\n".formatted(id, parent) : "select 1;\n";
    }

    private void write(String path, String content) {
        told.add("write " + path + " " + content.replace("\n", "\\n"));
        try {
            if (Files.notExists(repository.path(path).resolve(".git"))) {
                repository.write(path, content);
            }
        } catch (UncheckedIOException inTheWay) {
            told.add("  which does not work");
        }
    }

    private void delete(String path) {
        told.add("delete " + path);
        Path file = repository.path(path);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> below = Files.walk(file)) {
                for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Much of this is refused, depending on what came before; then nothing happened. */
    private void git(String command) {
        told.add("git " + command);
        repository.execute("", command.split(" "));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
