package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that no migration system claims, each judged by itself. */
class ScriptsTest {

    private static final String UNGUARDED = "create table t (id serial);\n";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("a.sql"), UNGUARDED);
        Files.writeString(
                folder.resolve("b.sql"), "create table if not exists t (id int auto_increment) engine=InnoDB;\n");
    }

    @Test
    void noRepositoryIsNeeded() {
        CommandRun run = check("--format", "concise", "a.sql");

        assertThat(run.output()).startsWith("a.sql:1:1: warning:").contains("42P07", "[rerun-fails]");
        assertThat(run.errors()).contains("1 script (postgresql)").doesNotContain("base", "database");
        assertThat(run.exitCode()).isZero();
        assertThat(check("--fail-on", "warning", "a.sql").exitCode()).isEqualTo(1);
    }

    @Test
    void eachIsJudgedByItselfAndInTheOrderGiven() throws IOException {
        Files.writeString(folder.resolve("0.sql"), UNGUARDED);

        assertThat(check("--format", "concise", "b.sql", "a.sql", "0.sql")
                        .output()
                        .lines())
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly("a.sql", "0.sql");
    }

    @Test
    void theirDialectIsThatOfTheUserElseTheirOwn() {
        assertThat(check("-v", "b.sql").errors()).contains("mysql (it is written so: 'AUTO_INCREMENT')");
        assertThat(check("-v", "--dialect", "sqlite", "b.sql").errors()).contains("sqlite (--dialect says so)");
        assertThat(check("--dialect", "sybase", "b.sql"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.errors()).contains("'sybase'", "postgresql"));
    }

    @Test
    void jsonTellsWhatWasReadAndWhatWasNotUnderstood() throws IOException {
        Files.writeString(
                folder.resolve("c.sql"), "create table if not exists x (id serial);\nfrobnicate all of it;\n");

        assertThat(check("--format", "json", "c.sql").output())
                .contains("\"name\": \"script\"", "\"statements\": 2", "\"notUnderstood\": 1", "\"unsure\": [ {");
        assertThat(check("c.sql").errors()).contains("1 of 2 statements not understood");
    }

    @Test
    void standardInputIsOneToo() {
        CommandRun run = CommandRun.fed(
                UNGUARDED, folder, Map.of("HOME", folder.toString()), "check", "--format", "concise", "-");

        assertThat(run.output()).startsWith("stdin:1:1: warning:");
    }

    @Test
    void everyFormatTellsOfThem() {
        for (String format : new String[] {"text", "concise", "json", "sarif", "junit", "github", "gitlab"}) {
            assertThat(check("--format", format, "a.sql").output()).as(format).contains("a.sql", "rerun-fails");
        }
        assertThat(check("--format", "junit", "a.sql").output()).doesNotContain("untracked-migration");
    }

    @Test
    void whatCannotBeReadIsSaidInOneLine() throws IOException {
        Files.write(folder.resolve("c.bin"), new byte[] {'a', 0, 'b'});
        Files.write(folder.resolve("d.sql"), new byte[] {(byte) 0xc3, '('});

        assertThat(check("nope.sql").errors())
                .contains("no such file or folder")
                .hasLineCount(1);
        assertThat(check("c.bin").errors()).contains("'c.bin' is no text").hasLineCount(1);
        assertThat(check("d.sql").errors()).contains("'d.sql' is no UTF-8 text").hasLineCount(1);
        assertThat(check("nope.sql").exitCode()).isEqualTo(2);
        assertThat(check("c.bin").exitCode()).isEqualTo(2);
        assertThat(check("a.sql", ".").exitCode()).isEqualTo(2);
    }

    @Test
    void inARepositoryMigrationsAreMigrationsAndOthersAreScripts() {
        TestRepository repository = TestRepository.in(folder)
                .write("db/migrations/1_a.sql", "-- migrate:up\n" + UNGUARDED + "-- migrate:down\ndrop table t;\n")
                .write("tools/x.sql", UNGUARDED)
                .stage(".")
                .commit("one")
                .branch("next");
        String[] both = {
            "check", "--no-db", "--base", "main", "--format", "concise", "db/migrations/1_a.sql", "tools/x.sql"
        };

        CommandRun run = CommandRun.in(repository.workTree(), repository.environment(), both);

        assertThat(run.output().lines())
                .anyMatch(line -> line.startsWith("db/migrations/1_a.sql:2:1: warning"))
                .anyMatch(line -> line.startsWith("tools/x.sql:1:1: warning"));
        assertThat(run.errors()).contains("1 migration (dbmate) and 1 script (postgresql)");
    }

    @Test
    void howScriptsAreRunIsNotSaidOfMigrations() {
        TestRepository repository = TestRepository.in(folder).write("db/migrations/1_a.sql", "-- migrate:up\n");

        CommandRun run =
                CommandRun.in(repository.workTree(), repository.environment(), "check", "--transaction", "statement");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("--transaction is for files that no migration system claims");
    }

    private CommandRun check(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandRun.in(folder, Map.of("HOME", folder.toString()), all);
    }
}
