package dev.migtrue.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commit that took the file of an applied migration away put another migration in its place. */
class ReplacedTest {

    private static final String USERS = "a1b2c3d4e5f6";
    private static final String ORDERS = "b2c3d4e5f6a7";
    private static final String ITEMS = "c3d4e5f6a7b8";
    private static final String ALL = "d4e5f6a7b8c9";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void squashedIntoTheOneThatGoesOnFromTheSameParent() {
        LostMigration lost = alembic();
        replace(lost, Map.of("all.py", revision(ALL, USERS)), "orders.py", "items.py");

        assertThat(lost.story())
                .isEqualTo("commit " + lost.brief("HEAD") + " put " + ALL
                        + " in the place of it and 1 more, as squashing does");
        assertThat(lost.finding().help())
                .startsWith("restore what " + ALL + " replaced, and keep it until no version table names it any more");
        assertThat(lost.command())
                .containsExactly(
                        "git",
                        "restore",
                        "--source=" + lost.git().commitId("HEAD^"),
                        "--",
                        Tool.ALEMBIC.folder() + "/items.py",
                        Tool.ALEMBIC.lostPath());
        lost.isCuredByItsCommand();
    }

    @Test
    void squashedFromTheStartOfHistory() {
        LostMigration lost = alembic();
        replace(lost, Map.of("all.py", revision(ALL, null)), "users.py", "orders.py", "items.py");

        assertThat(lost.story()).endsWith(" put " + ALL + " in the place of it and 2 more, as squashing does");
    }

    @Test
    void squashedIntoTheLastOfThemWhichKeptItsId() {
        LostMigration lost = alembic();
        replace(lost, Map.of("items.py", revision(ITEMS, USERS)), "orders.py");

        assertThat(lost.story()).isEqualTo("commit " + lost.brief("HEAD") + " put " + ITEMS + " in its place");
    }

    @Test
    void replacedByOneInTheSameFile() {
        LostMigration lost = LostMigration.of(Tool.ALEMBIC, folder).commit();
        replace(lost, Map.of("orders.py", revision(ALL, USERS)));

        assertThat(lost.story()).isEqualTo("commit " + lost.brief("HEAD") + " put " + ALL + " in its place");
        assertThat(lost.command())
                .as("what is there now is not overwritten")
                .containsExactly("git", "show", lost.git().commitId("HEAD^") + ":" + Tool.ALEMBIC.lostPath());
        assertThat(lost.commandPrints()).isEqualTo(Tool.ALEMBIC.lostText());
    }

    @Test
    void notReplacedByOneThatGoesOnFromSomewhereElse() {
        LostMigration lost = LostMigration.of(Tool.ALEMBIC, folder).commit();
        replace(lost, Map.of("all.py", revision(ALL, null)), "orders.py");

        assertThat(lost.story()).isEqualTo("commit " + lost.brief("HEAD") + " deleted it");
    }

    @Test
    void notReplacedByOneThatALaterCommitAdds() {
        LostMigration lost = LostMigration.of(Tool.ALEMBIC, folder).commit();
        replace(lost, Map.of(), "orders.py");
        replace(lost, Map.of("all.py", revision(ALL, USERS)));

        assertThat(lost.story()).isEqualTo("commit " + lost.brief("HEAD^") + " deleted it");
    }

    @Test
    void squashedIntoABaseline() {
        LostMigration lost = flyway();
        replace(lost, Map.of("B7__all.sql", "create table all_of_it (id int);\n"), "V2__orders.sql", "V3__items.sql");

        assertThat(lost.story()).endsWith(" put B7 in the place of it and 1 more, as squashing does");
        lost.isCuredByItsCommand();
    }

    @Test
    void squashedIntoAVersionOfTheirOwn() {
        LostMigration lost = flyway();
        replace(lost, Map.of("V3__items.sql", "create table all_of_it (id int);\n"), "V2__orders.sql");
        assertThat(lost.story())
                .as("one came and one went: an edit, and a deletion")
                .endsWith(" deleted it");

        LostMigration again = LostMigration.of(Tool.FLYWAY, folder.resolve("again"));
        again.commit().git().write(Tool.FLYWAY.folder() + "/V2.1__items.sql", "create table items (id int);\n");
        again.git().stage(".").commit("Add items");
        replace(
                again,
                Map.of("V2.2__all.sql", "create table all_of_it (id int);\n"),
                "V2__orders.sql",
                "V2.1__items.sql");
        assertThat(again.story()).endsWith(" put 2.2 in the place of it and 1 more, as squashing does");
        again.isCuredByItsCommand();
    }

    @Test
    void notSquashedIntoABaselineThatComesBefore() {
        LostMigration lost = LostMigration.of(Tool.FLYWAY, folder).commit();
        replace(lost, Map.of("B1__all.sql", "create table all_of_it (id int);\n"), "V2__orders.sql");

        assertThat(lost.story()).endsWith(" deleted it");
    }

    /** With a migration after the one that gets lost. */
    private LostMigration alembic() {
        LostMigration lost = LostMigration.of(Tool.ALEMBIC, folder).commit();
        replace(lost, Map.of("items.py", revision(ITEMS, ORDERS)));
        return lost;
    }

    private LostMigration flyway() {
        LostMigration lost = LostMigration.of(Tool.FLYWAY, folder).commit();
        replace(lost, Map.of("V3__items.sql", "create table items (id int);\n"));
        return lost;
    }

    private static String revision(String id, @Nullable String after) {
        return "revision = \"%s\"\ndown_revision = %s\n".formatted(id, after == null ? "None" : "\"" + after + "\"");
    }

    /** Commits new and changed files, and takes others away. */
    private static void replace(LostMigration lost, Map<String, String> files, String... gone) {
        String place = lost.tool().folder() + "/";
        for (String name : gone) {
            lost.git().git("rm", "--quiet", place + name);
        }
        files.forEach((name, text) -> lost.git().write(place + name, text));
        lost.git().stage(".").commit("Tidy up");
    }
}
