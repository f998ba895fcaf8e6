package dev.migtrue.language.sql.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that change the rows of one table, one after the other. */
class ChainsTest {

    private static Verdict verdict(Dialect dialect, String script) {
        return TwoRuns.onAnything(dialect, Mode.ONE_TRANSACTION).of(script);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE t SET n = 'b' WHERE id = 1; UPDATE t SET n = 'c' WHERE id = 2",
                "UPDATE t SET n = 'b' WHERE k = 'x' AND n <> 'b'; UPDATE t SET n = 'c' WHERE k = 'y' AND n <> 'c'",
                "UPDATE t SET n = 'a' WHERE k = 'x'; UPDATE t SET n = 'b' WHERE n IS NULL",
                "UPDATE t SET n = o.n FROM o WHERE o.id = t.oid; UPDATE t SET n = 'x' WHERE k = 'c'; "
                        + "UPDATE t SET n = 'x' WHERE n IS NULL",
                "UPDATE t SET d = to_jsonb((SELECT max(v) FROM o WHERE o.tid = t.id)::json); "
                        + "UPDATE t SET d = '{}'::jsonb WHERE d IS NULL",
                "DELETE FROM t WHERE k = 'x'; UPDATE t SET s = 'off' WHERE s IS NULL; DELETE FROM t WHERE k IS NULL",
                "UPDATE t SET d = d - 'a' WHERE d ? 'a'",
                "UPDATE t SET d = d || '{\"b\": 1}' WHERE k = 1"
            })
    void convergeWhereNoneLeadsIntoAnEarlierOne(String script) {
        assertThat(verdict(Dialect.POSTGRESQL, script)).isInstanceOf(Verdict.Repeats.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE t SET s = 30 WHERE s = 20; UPDATE t SET s = 20 WHERE s = 10",
                "UPDATE t SET s = 'b' WHERE s = 'a' AND k = 1; UPDATE t SET s = 'a' WHERE s = 'c'",
                "UPDATE t SET a = b; UPDATE t SET b = 1 WHERE b = 2"
            })
    void goOnWhereAValueMeetsAnEarlierCondition(String script) {
        assertThat(verdict(Dialect.MYSQL, script)).isInstanceOf(Verdict.Mutates.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        UPDATE t SET a = null WHERE a IN (SELECT id FROM o); DELETE FROM o WHERE id IN (SELECT b FROM t); UPDATE t SET a = 1 WHERE a IS NULL
        UPDATE t SET a = f(b) WHERE c = 1; UPDATE t SET b = g(a) WHERE c = 2 AND h(a)
        """)
    void areUnclearWhereWhatTheyAskIsNotWorkedOut(String script) {
        assertThat(verdict(Dialect.POSTGRESQL, script)).isInstanceOf(Verdict.Unsure.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM t a WHERE a.ctid <> (SELECT min(b.ctid) FROM t b WHERE a.k = b.k)",
                "DELETE FROM t WHERE id NOT IN (SELECT max(id) FROM t GROUP BY k)",
                "DELETE FROM t a WHERE a.id > (SELECT MIN(b.id) FROM t b WHERE a.k = b.k)"
            })
    void theOneThatIsKeptOfEachGroupStays(String script) {
        assertThat(verdict(Dialect.POSTGRESQL, script)).isInstanceOf(Verdict.Repeats.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM t WHERE id = (SELECT min(id) FROM t)",
                "DELETE FROM t WHERE id < (SELECT max(id) - 10 FROM t)",
                "DELETE FROM t WHERE id <> (SELECT min(id) FROM t LIMIT 1 OFFSET 1)"
            })
    void theNextOneTakesItsPlace(String script) {
        assertThat(verdict(Dialect.POSTGRESQL, script)).isInstanceOf(Verdict.Mutates.class);
    }
}
