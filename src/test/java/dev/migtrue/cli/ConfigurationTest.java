package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code migtrue.yaml} says, is done: everything that has nothing to do with a database. */
class ConfigurationTest {

    private final Path folder;
    private final TestRepository repository;
    private CommandRun last = new CommandRun(-1, "", "");

    /** A repository in which a branch adds a migration before one that is there. */
    ConfigurationTest(@TempDir Path folder) {
        this.folder = folder;
        this.repository = TestRepository.in(folder)
                .write("db/migration/V2__b.sql", "create table if not exists b (id int);\n")
                .stage(".")
                .commit("Add 2");
        repository
                .branch("work")
                .write("db/migration/V1__a.sql", "create table if not exists a (id int);\n")
                .stage(".")
                .commit("Add 1, late");
    }

    @Test
    void theBaseIsComparedWithAndSaidToComeFromTheFile() {
        configured("base: main\n");

        check();

        assertThat(last.output()).contains("[late-migration]");
        assertThat(last.errors()).containsPattern("base main [0-9a-f]+ \\(migtrue\\.yaml\\)");
    }

    @Test
    void theCommandLineGoesBeforeTheFileAndTheFileBeforeVariables() {
        configured("base: main\n");

        check("--base", "work");

        assertThat(last.errors()).containsPattern("base work [0-9a-f]+ \\(--base\\)");
        assertThat(last.output()).doesNotContain("late-migration");

        run(Map.of("GITHUB_BASE_REF", "nowhere"), "check", "--no-db");

        assertThat(last.errors()).containsPattern("base main [0-9a-f]+ \\(migtrue\\.yaml\\)");
    }

    @Test
    void aBaseThatIsNotInThisCloneIsNotTakenForUnchanged() {
        configured("base: trunk\n");

        check();

        assertThat(last.exitCode()).isZero();
        assertThat(last.errors())
                .contains("migtrue.yaml names 'trunk', which is not in this clone: run 'git fetch origin"
                        + " trunk:refs/remotes/origin/trunk'");
    }

    @Test
    void levelsOfRulesAreKept() {
        configured("base: main\nrules: { late-migration: note }\n");

        check();

        assertThat(last.exitCode()).isZero();
        assertThat(last.output()).startsWith("note: ").contains("[late-migration]");

        configured("base: main\nrules: { late-migration: off }\n");

        check();

        assertThat(last.output()).isEmpty();
    }

    @Test
    void theThresholdIsKeptUnlessTheCommandLineHasAnother() {
        configured("base: main\nfailOn: note\nrules: { late-migration: note }\n");

        check();

        assertThat(last.exitCode()).isEqualTo(1);

        check("--fail-on", "error");

        assertThat(last.exitCode()).isZero();
    }

    @Test
    void whatIsIgnoredIsCountedAndListedWithItsReason() {
        configured(ignore("late-migration", "1", ", until: 2999-12-31, owner: ada"));

        check();

        assertThat(last.exitCode()).isZero();
        assertThat(last.output()).isEmpty();
        assertThat(last.errors()).contains("1 suppressed").doesNotContain("to look after");

        check("--format", "json");

        assertThat(last.output())
                .contains("\"findings\": [ ]")
                .contains("\"suppressed\": [ {")
                .contains("\"rule\": \"late-migration\"")
                .contains("\"reason\": \"on purpose\"")
                .contains("\"until\": \"2999-12-31\"")
                .contains("\"owner\": \"ada\"");
    }

    @Test
    void anExpiredIgnoreIsToldAndTheFindingStays() {
        configured(ignore("late-migration", "1", ", until: 2020-01-31"));

        check();

        assertThat(last.output()).contains("[late-migration]");
        assertThat(last.errors())
                .contains("the ignore of late-migration for migration 1 has expired: it held until 2020-01-31");
    }

    @Test
    void anIgnoreWithoutAnObjectIsToldWhereEverythingWasRead() {
        configured(ignore("late-migration", "7", ""));

        check();

        assertThat(last.errors())
                .contains("the ignore of late-migration for migration 7 matches nothing: it can be taken out");

        check("db");

        assertThat(last.errors()).doesNotContain("matches nothing");

        configured(ignore("uncommitted-but-applied", "7", ""));

        check();

        assertThat(last.errors()).doesNotContain("matches nothing");
    }

    @Test
    void onlyListedSystemsAreUsedBelowTheirRoots() {
        repository
                .write("shop/alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("shop/migrations/env.py", "")
                .write("shop/migrations/versions/a.py", "revision = \"a\"\ndown_revision = None\n")
                .write("shop/sql/V1__b.sql", "create table if not exists b (id int);\n");
        configured("systems: [{ name: alembic, root: shop }]\n");

        check();

        assertThat(last.errors())
                .contains("alembic in shop")
                .contains("flyway in db/migration")
                .doesNotContain("flyway in shop");
    }

    @Test
    void describedToolsAreSystemsLikeOthers() {
        String tool =
                "tool: { files: '(?<key>[0-9]+)[.]txt', key: number, order: lenient, table: t, eachRow: { key: v } }";
        repository.write("a/x/1.txt", "").write("b/x/1.txt", "");
        configured("""
                systems:
                  - { name: harbor, root: a, folders: [x], %s }
                  - { name: harbor, root: b, folders: [x], %s }
                """.formatted(tool, tool));

        check();

        assertThat(last.errors())
                .contains("harbor in a")
                .contains("harbor in b")
                .contains("flyway in db/migration");

        check("--system", "harbor");

        assertThat(last.errors()).contains("harbor in a").doesNotContain("flyway");

        check("--system", "ship");

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors())
                .contains("no migration system is called 'ship'; known are ")
                .contains(", harbor");
    }

    @Test
    void aDescribedToolWithoutFilesIsWrongConfiguration() {
        configured(
                "systems: [{ name: harbor, root: ., folders: [x], tool: { files: '(?<key>.+)', key: text, order: strict,"
                        + " table: t, pointer: { key: v } } }]\n");

        check();

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors())
                .isEqualTo("migtrue: the configuration lists harbor in '.', where no migrations of it are found\n");
    }

    @Test
    void aListedSystemThatIsNotThereIsWrongConfiguration() {
        configured("systems: [{ name: alembic, root: db }]\n");

        check();

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors())
                .isEqualTo("migtrue: the configuration lists alembic in 'db', where no migrations of it are found\n");
    }

    @Test
    void everyErrorOfTheFileIsTold() {
        configured("failon: note\nrules: { late-migraton: off }\n");

        check();

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors()).isEqualTo("""
                        migtrue: migtrue.yaml has 2 errors
                          migtrue.yaml:1:1: unknown key 'failon'; did you mean 'failOn'?
                          migtrue.yaml:2:10: 'rules': expected the id of a rule, found 'late-migraton'; did you mean 'late-migration'?
                        """);

        run(Map.of(), "status");

        assertThat(last.exitCode()).isEqualTo(2);
    }

    @Test
    void anotherFileMayBeNamed() throws IOException {
        configured("not even: [yaml");
        Files.writeString(folder.resolve("other.yaml"), "base: main\nrules: { late-migration: off }\n");

        check("--config", "../other.yaml");

        assertThat(last.exitCode()).isZero();

        check("--config", "nowhere.yaml");

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors()).isEqualTo("migtrue: nowhere.yaml cannot be read: there is no such file\n");
    }

    @Test
    void theFileIsFoundFromAFolderBelow() {
        configured("base: main\n");

        last = CommandRun.in(repository.path("db/migration"), repository.environment(), "check", "--no-db");

        assertThat(last.output()).contains("[late-migration]");
    }

    @Test
    void aFileThatIsNearlyCalledRightIsNotOverlooked() {
        repository.write("migtrue.yml", "base: main\n");

        check();

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors()).isEqualTo("migtrue: migtrue.yml is not read: call it migtrue.yaml\n");
    }

    @Test
    void aLinkOutOfTheRepositoryIsNotFollowed() throws IOException {
        Files.writeString(folder.resolve("secret"), "s3cret\n");
        repository.link("migtrue.yaml", "../secret");

        check();

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors())
                .isEqualTo("migtrue: migtrue.yaml cannot be read: it is a symbolic link, which is not followed\n");
    }

    @Test
    void aBareRepositoryIsConfiguredByItsHead() {
        configured("base: main\nrules: { late-migration: note }\n");
        repository.stage(".").commit("Configure");
        Path bare = folder.resolve("bare.git");
        repository.git("clone", "--quiet", "--bare", repository.workTree().toString(), bare.toString());

        last = CommandRun.in(bare, repository.environment(), "check", "--no-db");

        assertThat(last.exitCode()).isZero();
        assertThat(last.output()).startsWith("note: ").contains("[late-migration]");
    }

    @Test
    void hooksAreInstalledForTheStagesOfTheFile() {
        configured("hook: { stages: [pre-push] }\n");

        run(Map.of(), "hook", "install", "--launcher", "migtrue");

        assertThat(last.output()).contains("pre-push").doesNotContain("pre-commit");

        run(Map.of(), "hook", "install", "--launcher", "migtrue", "pre-commit");

        assertThat(last.output()).contains("pre-commit").doesNotContain("pre-push");
    }

    @Test
    void aHookKeepsLevels() {
        repository.write("db/migration/V3__c.sql", "create table if not exists c (id int);\n");
        repository.write("notes.txt", "x\n").stage("notes.txt");
        repository
                .write("db/migration/V2__b.sql", "create table if not exists b (id bigint);\n")
                .stage("db/migration/V2__b.sql");

        run(Map.of(), "hook", "run", "pre-commit");

        assertThat(last.exitCode()).isEqualTo(1);
        assertThat(last.output()).contains("untracked-migration");

        configured("rules: { untracked-migration: off, rewritten-migration: off }\n");

        run(Map.of(), "hook", "run", "pre-commit");

        assertThat(last.output()).doesNotContain("untracked-migration");
        assertThat(last.exitCode()).isZero();
    }

    @Test
    void aHookStopsAtAFileThatIsWrong() {
        configured("colour: red\n");

        run(Map.of(), "hook", "run", "pre-commit");

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors()).startsWith("migtrue: migtrue.yaml:1:1: unknown key 'colour'");
    }

    private static String ignore(String rule, String migration, String more) {
        return "base: main\nignore:\n  - { rule: %s, migration: %s, reason: on purpose%s }\n"
                .formatted(rule, migration, more);
    }

    private void configured(String text) {
        repository.write("migtrue.yaml", text);
    }

    private void check(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "check";
        arguments[1] = "--no-db";
        System.arraycopy(options, 0, arguments, 2, options.length);
        run(Map.of(), arguments);
    }

    private void run(Map<String, String> variables, String... arguments) {
        Map<String, String> environment = new HashMap<>(repository.environment());
        environment.putAll(variables);
        last = CommandRun.in(repository.workTree(), environment, arguments);
    }
}
