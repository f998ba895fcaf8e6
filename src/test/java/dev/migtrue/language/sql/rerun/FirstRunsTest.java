package dev.migtrue.language.sql.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a database does not refuse, though it looks as if it would. */
class FirstRunsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        POSTGRESQL | DO $$ BEGIN IF (SELECT count(*) FROM a WHERE v = 1) > 0 THEN RAISE EXCEPTION 'no'; END IF; END $$
        POSTGRESQL | ALTER TABLE IF EXISTS a RENAME TO c; ALTER TABLE IF EXISTS b RENAME TO c
        POSTGRESQL | CREATE TEMPORARY TABLE m AS WITH RECURSIVE m (u, c) AS (SELECT id, id FROM x) SELECT * FROM m; CREATE INDEX ON m (c)
        MYSQL      | CREATE TABLE t (a int, KEY fk (a), CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id))
        MYSQL      | CREATE TABLE t (a text, b text, FULLTEXT i (a), FULLTEXT j (b))
        ANSI       | CREATE INDEX i ON a.t (n); CREATE INDEX i ON b.t (n)
        ANSI       | CREATE TRIGGER g AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION f(); CREATE TRIGGER g AFTER INSERT ON b FOR EACH ROW EXECUTE FUNCTION f()
        ANSI       | INSERT INTO t (a, b) VALUES (%s, %s); INSERT INTO t (a, b) VALUES (%s, %s); ALTER TABLE t ADD PRIMARY KEY (a)
        """)
    void aScriptThatRanOnceIsNotHeldToBeRefused(Dialect dialect, String script) {
        assertThat(TwoRuns.onAnything(dialect, Mode.ONE_TRANSACTION).of(script))
                .isNotInstanceOf(Verdict.NeverRuns.class);
    }

    @ParameterizedTest
    @CsvSource({"H2, sp_Lock", "ORACLE, sp_Lock", "ANSI, sp_Lock"})
    void namesAreToldAsTheyAreWritten(Dialect dialect, String name) {
        String script = "CREATE TABLE " + name + " (id int)";
        Operation all = new Operation.Written(script, new Place(0, script.length()));
        Review review = TwoRuns.onAnything(dialect, Mode.STATEMENT_BY_STATEMENT)
                .review(new Program(dialect, Mode.STATEMENT_BY_STATEMENT, List.of(all)));
        assertThat(review.causes()).allSatisfy(cause -> {
            assertThat(cause.object()).isEqualTo(name);
            assertThat(cause.detail()).contains("\"" + name + "\"");
        });
        assertThat(review.causes()).hasSize(1);
    }

    @Test
    void aGrantOnAllTablesIsNothingNewForThoseThatWereThereBefore() {
        String script = "GRANT ALL ON ALL TABLES IN SCHEMA a TO r; ALTER TABLE a.t OWNER TO r";
        assertThat(TwoRuns.onAnything(Dialect.POSTGRESQL, Mode.ONE_TRANSACTION).of(script))
                .isInstanceOf(Verdict.Repeats.class);
    }
}
