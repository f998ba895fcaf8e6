package dev.migtrue.language.sql.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import org.junit.jupiter.api.Test;

class TwoRunsTest {

    private static Verdict verdict(Dialect dialect, String script) {
        return TwoRuns.onAnything(dialect, Mode.STATEMENT_BY_STATEMENT).of(script);
    }

    private static Verdict postgres(String script) {
        return verdict(Dialect.POSTGRESQL, script);
    }

    @Test
    void aTableThatIsThereIsNotMadeAgain() {
        assertThat(postgres("SELECT 1; CREATE TABLE orders (id int)"))
                .isInstanceOfSatisfying(Verdict.Fails.class, fails -> {
                    assertThat(fails.statement()).isEqualTo(1);
                    assertThat(fails.code()).isEqualTo("42P07");
                });
    }

    @Test
    void guardsAreReadAsTheDialectHasThem() {
        assertThat(verdict(Dialect.MARIADB, "ALTER TABLE orders ADD COLUMN IF NOT EXISTS note text"))
                .isInstanceOf(Verdict.Repeats.class);
        assertThat(verdict(Dialect.MYSQL, "ALTER TABLE orders ADD COLUMN IF NOT EXISTS note text"))
                .isInstanceOf(Verdict.NeverRuns.class);
    }

    @Test
    void aTableThatIsDroppedFirstIsMadeAgainWithoutItsRows() {
        assertThat(postgres("DROP TABLE IF EXISTS orders; CREATE TABLE orders (id int); CREATE INDEX o ON orders (id)"))
                .isInstanceOfSatisfying(
                        Verdict.Repeats.class,
                        repeats -> assertThat(repeats.emptied()).containsExactly("orders"));
    }

    @Test
    void aTableThatTakesThePlaceOfAnotherIsLostTheNextTime() {
        assertThat(postgres("DROP TABLE IF EXISTS users; ALTER TABLE IF EXISTS users_new RENAME TO users"))
                .isInstanceOfSatisfying(Verdict.Mutates.class, mutates -> {
                    assertThat(mutates.isDestructive()).isTrue();
                    assertThat(mutates.differences().toString()).contains("-relation users");
                });
    }

    @Test
    void columnsThatChangePlacesChangeThemBack() {
        String swap = "ALTER TABLE t RENAME a TO c; ALTER TABLE t RENAME b TO a; ALTER TABLE t RENAME c TO b";
        assertThat(postgres(swap)).isInstanceOf(Verdict.Mutates.class);
    }

    @Test
    void anIndexWithoutANameComesOncePerRun() {
        assertThat(postgres("CREATE INDEX ON orders (customer)")).isInstanceOf(Verdict.Mutates.class);
    }

    @Test
    void handlersTakeOnlyTheErrorsThatTheyName() {
        String block = "DO $$ BEGIN CREATE TYPE mood AS ENUM ('a'); EXCEPTION WHEN %s THEN NULL; END $$";
        assertThat(postgres(block.formatted("duplicate_object"))).isInstanceOf(Verdict.Repeats.class);
        assertThat(postgres(block.formatted("duplicate_table"))).isInstanceOf(Verdict.Fails.class);
    }

    @Test
    void aValueThatIsMadeFromTheOldOneGoesOn() {
        assertThat(postgres("UPDATE t SET n = n + 1")).isInstanceOf(Verdict.Mutates.class);
        assertThat(postgres("UPDATE t SET a = lower(a)")).isInstanceOf(Verdict.Repeats.class);
        assertThat(postgres("UPDATE t SET n = 3 WHERE n = 2; UPDATE t SET n = 2 WHERE n = 1"))
                .isInstanceOf(Verdict.Mutates.class);
    }

    @Test
    void whatNobodyCanKnowIsSaid() {
        assertThat(postgres("UPDATE t SET n = n * 100 WHERE n < 100")).isInstanceOf(Verdict.Unsure.class);
        assertThat(postgres("DO $$ BEGIN EXECUTE format('DROP TABLE %I', current_user); END $$"))
                .isInstanceOf(Verdict.Unsure.class);
    }

    @Test
    void aTransactionIsAllOrNothingOnlyWhereDefinitionsCanBeUndone() {
        String script = "CREATE TABLE a (id int); CREATE TABLE b (id int)";
        assertThat(TwoRuns.onAnything(Dialect.POSTGRESQL, Mode.ONE_TRANSACTION).restarts(script))
                .containsExactly(new Restart(1, Restart.End.SAME));
        assertThat(TwoRuns.onAnything(Dialect.MYSQL, Mode.ONE_TRANSACTION).restarts(script))
                .containsExactly(new Restart(1, Restart.End.REFUSED));
    }
}
