package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What git's history says of a migration that goose ran on the tenth of March, with real commits on other days. */
class EditedSinceApplyTest {

    private static final String PATH = "migrations/00001_a.sql";

    private final Path folder;
    private final TestRepository repository;

    EditedSinceApplyTest(@TempDir Path folder) throws SQLException {
        this.folder = folder;
        this.repository = TestRepository.in(folder).with("DATABASE_URL", "sqlite:///" + folder.resolve("shared.db"));
        commit("2026-03-01", "create table if not exists a (x int);");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shared.db"))) {
            connection
                    .createStatement()
                    .execute(
                            "create table goose_db_version (id integer, version_id bigint, is_applied boolean, tstamp text)");
            connection
                    .createStatement()
                    .execute("insert into goose_db_version values (1, 1, 1, '2026-03-10 12:00:00')");
        }
    }

    @Test
    void anEditOfLaterIsTold() {
        commit("2026-03-20", "create table if not exists a (x int, y int);");
        other("2026-03-21");

        assertThat(check())
                .isEqualTo(PATH + ":1:1: note: migration 1 was edited in git after the day when database"
                        + " default ran it [edited-since-apply]\n");
        assertThat(run("check").output())
                .contains("git diff " + repository.commitId("HEAD~2") + " HEAD -- " + PATH)
                .contains("by Ada on 2026-03-20 'create table if not exists a (x int, y int);'");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-05,0", "2026-03-09,0", "2026-03-10,0", "2026-03-11,0", "2026-03-13,1"})
    void whatChangedAboutThatDayIsNot(String day, int findings) {
        commit(day, "create table if not exists a (x int, y int);");

        assertThat(check().lines()).hasSize(findings);
    }

    @Test
    void commentsAndWhiteSpaceAreNoEdit() {
        commit("2026-03-20", "-- the first\ncreate table if not exists a (\n  x int\n);");

        assertThat(check()).isEmpty();
    }

    @Test
    void anEditThatWasTakenBackIsNone() {
        commit("2026-03-20", "create table if not exists a (x int, y int);");
        commit("2026-03-21", "create table if not exists a (x int);");

        assertThat(check()).isEmpty();
    }

    @Test
    void theLastEditIsNamed() {
        commit("2026-03-20", "create table if not exists a (x int, y int);");
        commit("2026-03-22", "create table if not exists a (x int, z int);");

        assertThat(run("check").output()).contains("on 2026-03-22");
    }

    @Test
    void whatWasWrittenBeforeOnABranchMayHaveBeenRunFromThere() {
        repository.branch("feature");
        commit("2026-03-09", "create table if not exists a (x int, y int);");
        repository.checkout("main");
        other("2026-03-15");
        on("2026-03-20").git("merge", "--quiet", "--no-ff", "-m", "merge", "feature");

        assertThat(check()).isEmpty();
    }

    @Test
    void whatWasWrittenLaterOnABranchCounts() {
        other("2026-03-11");
        repository.branch("feature");
        commit("2026-03-14", "create table if not exists a (x int, y int);");
        repository.checkout("main");
        other("2026-03-15");
        on("2026-03-20").git("merge", "--quiet", "--no-ff", "-m", "merge", "feature");

        assertThat(check()).contains("[edited-since-apply]");
    }

    @Test
    void aShallowCloneTellsNothing() {
        commit("2026-03-20", "create table if not exists a (x int, y int);");
        TestRepository clone = repository.at(folder.resolve("clone"));
        repository.git(
                "clone",
                "--quiet",
                "--depth=1",
                "file://" + repository.workTree(),
                folder.resolve("clone").toString());

        assertThat(CommandRun.in(clone.workTree(), repository.environment(), "check", "--format", "concise")
                        .output())
                .isEmpty();
    }

    private void commit(String day, String text) {
        repository.write(PATH, "-- +goose Up\n" + text + "\n").stage(PATH);
        on(day).commit(text);
    }

    private void other(String day) {
        repository.write("day.txt", day).stage("day.txt");
        on(day).commit("other");
    }

    private TestRepository on(String day) {
        return repository.with("GIT_AUTHOR_DATE", day + "T12:00:00Z").with("GIT_COMMITTER_DATE", day + "T12:00:00Z");
    }

    private String check() {
        return run("check", "--format", "concise").output();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(repository.workTree(), repository.environment(), arguments);
    }
}
