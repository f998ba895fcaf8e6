package dev.migtrue.gather.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.scratch.Change.Way;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.rerun.Restart;
import dev.migtrue.language.sql.rerun.Restart.End;
import dev.migtrue.model.Span;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ProverTest {

    @AutoClose
    private final Scratch scratch = Scratches.start(Dialect.SQLITE, Servers.search(Dialect.SQLITE));

    private final Prover prover = new Prover(scratch);

    private static Program program(String sql) {
        return Programs.of(Dialect.SQLITE, Mode.STATEMENT_BY_STATEMENT, sql);
    }

    @Test
    void whatTheSecondRunIsRefusedForIsTold() {
        assertThat(prover.prove(program("create table if not exists a (id int);\ncreate table b (id int);")))
                .isEqualTo(new Proof.Fails(new Stop(
                        1, new Span(2, 1, 2, 24), "", "table b already exists")));
    }

    @Test
    void whatTheFirstRunIsRefusedForIsTold() {
        assertThat(prover.prove(program("create table a (id int);\nselect * from nowhere;")))
                .isInstanceOfSatisfying(
                        Proof.NeverRuns.class, never -> assertThat(never.stop().message()).isEqualTo("no such table: nowhere"));
    }

    @Test
    void rowsThatComeAgainAreCounted() {
        prover.add(program("create table a (id int); insert into a values (1)"));

        assertThat(prover.prove(program("insert into a values (1), (2)")))
                .isEqualTo(new Proof.Mutates(List.of(new Change(Way.CHANGED, "rows", "a", "2 new, 0 gone"))));
    }

    @Test
    void whatComesOfItIsNamed() {
        prover.add(program("create table a (id int); create table spare (id int)"));

        assertThat(prover.prove(program("drop table if exists a; alter table spare rename to a; create table spare (n int)")))
                .isEqualTo(new Proof.Mutates(List.of(
                        new Change(Way.CHANGED, "table", "a", "a CREATE TABLE a ( id int ) became a CREATE TABLE a ( n int )"))));
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        prover.add(program("create table a (id int); insert into a values (1), (2)"));

        assertThat(prover.prove(program("create table b as select id from a order by id desc; delete from a;"
                        + " insert into a select id from b; drop table b")))
                .isEqualTo(new Proof.Repeats());
    }

    @Test
    void everyProofStartsFromWhatEarlierMigrationsLeft() {
        assertThat(prover.add(program("create table a (id int)"))).isEmpty();
        prover.prove(program("drop table a"));
        prover.prove(program("create table b (id int)"));

        assertThat(prover.prove(program("alter table a add column n int"))).isInstanceOf(Proof.Fails.class);
        assertThat(prover.add(program("create table b (id int)"))).isEmpty();
    }

    @Test
    void anEarlierMigrationThatIsRefusedIsNoPartOfThePast() {
        assertThat(prover.add(program("create table a (id int); create table a (id int)")))
                .contains("table a already exists");

        assertThat(prover.prove(program("create table if not exists a (n int)"))).isEqualTo(new Proof.Repeats());
        assertThat(prover.add(program("create table a (id int)"))).isEmpty();
    }

    @Test
    void aRunThatWasStoppedIsDoneAgainFromItsStart() {
        Program program = program("create table a (id int); create table if not exists b (id int); drop table a");

        assertThat(prover.prove(program)).isEqualTo(new Proof.Repeats());
        assertThat(prover.restarts(program))
                .containsExactly(new Restart(1, End.REFUSED), new Restart(2, End.REFUSED));
    }

    @Test
    void whatWasStoppedInATransactionLeftNothing() {
        Program program =
                Programs.of(Dialect.SQLITE, Mode.ONE_TRANSACTION, "create table a (id int); create table b (id int)");

        assertThat(prover.restarts(program)).containsExactly(new Restart(1, End.SAME));
    }

    @Test
    void aStoppedRunMayLeaveSomethingElse() {
        prover.add(program("create table a (n int); insert into a values (1)"));

        assertThat(prover.restarts(program("update a set n = n + 1; select 1")))
                .containsExactly(new Restart(1, End.OTHER));
    }

    @Test
    void timesAreNotHeldAgainstARestart() {
        prover.add(program("create table a (n int, at text)"));

        assertThat(prover.restarts(program("delete from a; insert into a values (1, hex(randomblob(8)))")))
                .containsExactly(new Restart(1, End.SAME));
    }

    @Test
    void aTransactionOfTheScriptItselfIsKeptTo() {
        assertThat(prover.prove(program("begin; create table a (id int); rollback"))).isEqualTo(new Proof.Repeats());
    }

    @Test
    void codeIsNotRun() {
        Program code = new Program(
                Dialect.SQLITE,
                Mode.ONE_TRANSACTION,
                List.of(new Operation.Called("create table a (id int)", new Span(1, 1, 1, 9))));

        assertThat(prover.prove(code))
                .isEqualTo(new Proof.NotProven("it is code, which only its own tool can run"));
    }

    @Test
    void otherDatabasesAreLeftAlone() {
        assertThat(prover.prove(program("attach 'production.db' as p; drop table p.users")))
                .isEqualTo(new Proof.NotProven("'attach' reaches out of the database"));
        assertThat(prover.prove(program(".read other.sql")))
                .isEqualTo(new Proof.NotProven("'.read' is for the database's own client"));
    }
}
