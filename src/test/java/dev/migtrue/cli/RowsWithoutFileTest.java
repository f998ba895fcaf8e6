package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rows without a file are an error, which a note, and which nothing: with a real history and a real database. */
class RowsWithoutFileTest {

    private static final String NUMBERS = "create table schema_migrations (version varchar)";
    private static final String GOOSE =
            "create table goose_db_version (id integer, version_id bigint, is_applied boolean, tstamp timestamp)";
    private static final String DJANGO =
            "create table django_migrations (id integer, app text, name text, applied text)";

    private final Path folder;
    private final TestRepository repository;

    RowsWithoutFileTest(@TempDir Path folder) {
        this.folder = folder;
        this.repository = TestRepository.in(folder).with("DATABASE_URL", "sqlite:///" + folder.resolve("shared.db"));
    }

    @Test
    void railsFilesThatACommitClearedAwayAreANote() throws SQLException {
        rails("20240101000000").rails("20240201000000").rails("20240301000000").commit("Start");
        database(
                NUMBERS,
                "insert into schema_migrations values ('20240101000000'), ('20240201000000'), ('20240301000000')");
        clearAway("db/migrate/20240101000000_a.rb", "db/migrate/20240201000000_a.rb");

        CommandRun check = run();

        assertThat(check.exitCode()).isZero();
        assertThat(check.output())
                .isEqualTo(
                        "schema_migrations(20240101000000): note: 2 migrations, 20240101000000 to 20240201000000, are"
                                + " applied to database default and older than every file here: commits deleted their files"
                                + " [pruned-migration]\n");
    }

    @Test
    void aRailsFileOnAnotherBranchIsAnErrorThoughItIsOlder() throws SQLException {
        rails("20240301000000").commit("Start");
        repository.branch("feature");
        rails("20240101000000").commit("Mine");
        repository.checkout("main");
        database(NUMBERS, "insert into schema_migrations values ('20240101000000'), ('20240301000000')");

        CommandRun check = run();

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.output()).contains("it is on branch feature").endsWith("[applied-but-missing]\n");
    }

    @Test
    void aRailsRowLaterThanTheOldestFileIsAnErrorThoughACommitDeletedItsFile() throws SQLException {
        rails("20240101000000").rails("20240201000000").commit("Start");
        database(NUMBERS, "insert into schema_migrations values ('20240101000000'), ('20240201000000')");
        clearAway("db/migrate/20240201000000_a.rb");

        CommandRun check = run();

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.output()).contains(" deleted it [applied-but-missing]");
    }

    @Test
    void gooseAndDbmateDoNotMissTheirFilesEither() throws SQLException {
        repository.write("g/migrations/00003_c.sql", "-- +goose Up\nselect 1;\n");
        repository.write("d/db/migrations/3_c.sql", "-- migrate:up\nselect 1;\n-- migrate:down\n");
        commit("Start");
        database(
                GOOSE,
                "insert into goose_db_version values (1, 0, 1, ''), (2, 1, 1, ''), (3, 3, 1, '')",
                NUMBERS,
                "insert into schema_migrations values ('1'), ('3')");

        CommandRun check = run();

        assertThat(check.exitCode()).isZero();
        assertThat(check.output().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains("note: migration 1 is applied to database default and older than every file here:"
                                + " this clone has never had its file [pruned-migration]"));
    }

    @Test
    void flywayAndAlembicMissThem() throws SQLException {
        repository.write("f/db/migration/V3__c.sql", "select 1;\n");
        repository
                .write("a/alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("a/migrations/versions/003.py", "revision = '003'\ndown_revision = None\n");
        commit("Start");
        database(
                "create table flyway_schema_history (installed_rank, version, description, type, script, checksum, success)",
                "insert into flyway_schema_history values (1, '1', 'a', 'SQL', 'V1__a.sql', null, 1)",
                "create table alembic_version (version_num)",
                "insert into alembic_version values ('001')");

        CommandRun check = run();

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.output())
                .contains("flyway_schema_history(1): error: ", "alembic_version(001): error: ")
                .doesNotContain("pruned-migration");
    }

    @Test
    void golangMigratesPointerIsMissedWhereverItPoints() throws SQLException {
        repository.write("migrations/000003_c.up.sql", "select 1;\n");
        commit("Start");
        database(
                "create table schema_migrations (version bigint, dirty boolean)",
                "insert into schema_migrations values (1, 0)");

        assertThat(run().output()).contains("schema_migrations(1): error: ", "[applied-but-missing]");
    }

    @Test
    void djangoFilesThatWereSquashedAndForgottenAreNothing() throws SQLException {
        django("0001_initial", "").django("0002_items", "    dependencies = [('shop', '0001_initial')]\n");
        django("0001_all", "    replaces = [('shop', '0001_initial'), ('shop', '0002_items')]\n")
                .commit("Squash");
        database(
                DJANGO,
                "insert into django_migrations values (1, 'shop', '0001_initial', ''), (2, 'shop', '0002_items', ''),"
                        + " (3, 'shop', '0001_all', '')");
        repository.remove("shop/migrations/0001_initial.py").remove("shop/migrations/0002_items.py");
        django("0001_all", "").commit("Forget what was squashed");

        CommandRun check = run();

        assertThat(check.output()).isEmpty();
        assertThat(check.exitCode()).isZero();
        assertThat(CommandRun.in(repository.workTree(), repository.environment(), "status", "--problems")
                        .output())
                .contains("0 with a problem");
    }

    @Test
    void aDjangoFileThatNobodySquashedIsAnError() throws SQLException {
        django("0001_initial", "")
                .django("0002_items", "    dependencies = [('shop', '0001_initial')]\n")
                .commit("Start");
        database(
                DJANGO,
                "insert into django_migrations values (1, 'shop', '0001_initial', ''), (2, 'shop', '0002_items', '')");
        clearAway("shop/migrations/0002_items.py");

        assertThat(run().output()).contains("shop.0002_items is applied", "[applied-but-missing]");
    }

    @Test
    void djangoFilesBelowTheLowestNumberOfTheirAppAreANote() throws SQLException {
        django("0001_initial", "").django("0002_items", "").commit("Start");
        database(
                DJANGO,
                "insert into django_migrations values (1, 'shop', '0001_initial', ''), (2, 'shop', '0002_items', '')");
        clearAway("shop/migrations/0001_initial.py");

        CommandRun check = run();

        assertThat(check.exitCode()).isZero();
        assertThat(check.output())
                .contains("migration shop.0001_initial is applied", "a commit deleted its file [pruned-migration]");
    }

    private RowsWithoutFileTest rails(String version) {
        repository.write(
                "db/migrate/" + version + "_a.rb",
                "class A < ActiveRecord::Migration[7.1]\n  def change\n  end\nend\n");
        return this;
    }

    private RowsWithoutFileTest django(String name, String body) {
        repository
                .write("manage.py", "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\n")
                .write("shop/migrations/__init__.py", "")
                .write(
                        "shop/migrations/" + name + ".py",
                        "from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n" + body
                                + "    operations = []\n");
        return this;
    }

    private void clearAway(String... paths) {
        for (String path : paths) {
            repository.remove(path);
        }
        commit("Clear away");
    }

    private void commit(String message) {
        repository.git("add", "--all", "--", ".", ":!shared.db");
        repository.commit(message);
    }

    private void database(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shared.db"))) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        }
    }

    private CommandRun run() {
        return CommandRun.in(repository.workTree(), repository.environment(), "check", "--format", "concise");
    }
}
