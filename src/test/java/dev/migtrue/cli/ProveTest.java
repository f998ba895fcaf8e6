package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProveTest {

    @TempDir
    private Path folder = Path.of("");

    private TestRepository dbmate() {
        return TestRepository.in(folder)
                .write("db/migrations/20260101000000_users.sql", """
                        -- migrate:up
                        create table users (id integer primary key, name text);
                        -- migrate:down
                        drop table users;
                        """)
                .stage(".")
                .commit("Add users")
                .write("db/migrations/20260102000000_teams.sql", """
                        -- migrate:up
                        create table if not exists teams (id integer primary key);
                        insert into teams (id) values (null);
                        -- migrate:down
                        drop table teams;
                        """)
                .write("db/migrations/20260103000000_email.sql", """
                        -- migrate:up
                        alter table users add column email text;
                        -- migrate:down
                        """)
                .write("db/migrations/20260104000000_index.sql", """
                        -- migrate:up
                        create index if not exists by_email on users (email);
                        -- migrate:down
                        """);
    }

    private static CommandRun prove(TestRepository repository, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "prove";
        arguments[1] = "--dialect";
        arguments[2] = "sqlite";
        System.arraycopy(more, 0, arguments, 3, more.length);
        return CommandRun.in(repository.workTree(), repository.environment(), arguments);
    }

    @Test
    void newMigrationsAreProvenInTheirOrderOnWhatIsThere() {
        CommandRun run = prove(dbmate(), "--base", "HEAD");

        assertThat(run.output()).isEqualTo("""
                db/migrations/20260102000000_teams.sql
                  proven on SQLite 3.54.1: a second run goes through and changes
                    ~rows teams: 1 new, 0 gone
                  from the text: a second run goes through and changes something

                db/migrations/20260103000000_email.sql
                  proven on SQLite 3.54.1: a second run fails at line 2: duplicate column name: email
                  from the text: a second run fails at line 2

                db/migrations/20260104000000_index.sql
                  proven on SQLite 3.54.1: a second run changes nothing
                  from the text: a second run changes nothing
                """);
        assertThat(run.errors()).endsWith("migtrue: 2 of 3 must not run twice as they are, 0 not proven\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void theJsonSaysTheSame() {
        CommandRun run =
                prove(dbmate(), "--base", "HEAD", "--format", "json", "db/migrations/20260103000000_email.sql");

        assertThat(run.output())
                .contains("\"outcome\": \"findings\"", "\"fromText\": \"fails\"")
                .contains("\"message\": \"duplicate column name: email\"", "\"line\": 2");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void whatIsNotNewIsLeftAlone() {
        TestRepository repository = dbmate();
        repository.stage(".").commit("Add the rest");

        CommandRun run = prove(repository, "--base", "HEAD");

        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).endsWith("migtrue: nothing to prove: no migration is new; --all proves every one\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aStopOnTheWayIsTriedWhereItIsAskedFor() {
        TestRepository repository = TestRepository.in(folder).write("a.sql", """
                create table a (id int);
                create table if not exists b (id int);
                drop table a;
                """);

        CommandRun run = prove(repository, "--restarts", "--transaction", "statement", "a.sql");

        assertThat(run.output()).contains("restarted: the next run fails when it stopped behind statement 1, 2\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aFileByItselfIsRunOnNothing() {
        TestRepository repository = TestRepository.in(folder).write("a.sql", "create table a (id int);\n");

        CommandRun run = prove(repository, "a.sql");

        assertThat(run.output()).isEqualTo("""
                a.sql
                  proven on SQLite 3.54.1: a second run fails at line 1: table a already exists
                  from the text: a second run fails at line 1
                """);
    }

    @Test
    void whatCannotBeRunIsNotProven() {
        TestRepository repository =
                TestRepository.in(folder).write("a.sql", "attach 'shop.db' as shop;\ndrop table shop.orders;\n");

        CommandRun run = prove(repository, "a.sql");

        assertThat(run.output()).contains("  proven on SQLite 3.54.1: nothing: 'attach' reaches out of the database\n");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void anEarlierMigrationThatDoesNotRunIsNamed() {
        TestRepository repository = dbmate().write("db/migrations/20260101120000_broken.sql", """
                -- migrate:up
                create table users (id int);
                -- migrate:down
                """);

        CommandRun run = prove(repository, "--base", "HEAD");

        assertThat(run.output())
                .contains("it does not run at all: it fails at line 2: table users already exists")
                .contains(
                        "proven: nothing: migration '20260101120000' before it cannot be run: table users already exists");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void withoutADatabaseToThrowAwayThatIsSaid() {
        TestRepository repository = TestRepository.in(folder).write("a.sql", "create table a (id int);\n");

        CommandRun run =
                CommandRun.in(repository.workTree(), repository.environment(), "prove", "--dialect", "oracle", "a.sql");

        assertThat(run.errors()).isEqualTo("""
                migtrue: there are no throw-away databases of the dialect 'oracle'
                  migrations can be proven on PostgreSQL, MySQL, MariaDB, SQLite and H2; --dialect says which it is
                """);
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void aDatabaseThatMayNotBeThrownAwayIsRefused() {
        TestRepository repository = dbmate();

        assertThat(refusal(repository, "postgresql://shop:pw@localhost/shop"))
                .isEqualTo(
                        "migtrue: --scratch-url: the name of database 'shop' does not say that it may be thrown away, as one"
                                + " with 'scratch' or 'test' in it does; if it may, give --scratch-url-is-disposable\n");
        assertThat(refusal(repository, "postgresql://localhost/latest")).contains("'latest' does not say");
        assertThat(refusal(repository, "sqlite:test.db"))
                .isEqualTo("migtrue: --scratch-url: SQLite needs none, as it runs in this process\n");
        assertThat(refusal(repository, "$NOWHERE"))
                .isEqualTo("migtrue: --scratch-url: environment variable NOWHERE is not set\n");
    }

    @Test
    void aDatabaseOfTheProjectIsRefusedWhateverIsSaid() {
        TestRepository configured = dbmate().write("migtrue.yaml", "databases:\n  staging: { urlEnv: STAGING }\n")
                .with("STAGING", "postgres://me:secret@localhost:5432/shop_test")
                .with("DATABASE_URL", "postgres://me@localhost/other_test");

        for (String url : new String[] {"postgresql://127.0.0.1/shop_test", "postgresql://you@localhost/other_test"}) {
            assertThat(refusal(configured, url))
                    .contains("is a database of this project, and nothing is ever tried on those");
            assertThat(refusal(configured, url, "--scratch-url-is-disposable"))
                    .contains("is a database of this project");
        }
    }

    private static String refusal(TestRepository repository, String url, String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "--scratch-url";
        arguments[1] = url;
        System.arraycopy(more, 0, arguments, 2, more.length);
        CommandRun run = prove(repository, arguments);
        assertThat(run.exitCode()).as(run.errors()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        return run.errors();
    }
}
