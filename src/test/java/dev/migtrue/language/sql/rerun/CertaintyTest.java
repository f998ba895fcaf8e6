package dev.migtrue.language.sql.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be told of a script of which something is unclear. */
class CertaintyTest {

    private static Verdict verdict(Dialect dialect, String script) {
        return TwoRuns.onAnything(dialect, Mode.STATEMENT_BY_STATEMENT).of(script);
    }

    @Test
    void whatIsRefusedElsewhereIsToldThoughAStatementIsNotUnderstood() {
        assertThat(verdict(Dialect.POSTGRESQL, "FROBNICATE THE other; CREATE TABLE a (id int)"))
                .isInstanceOf(Verdict.Fails.class);
        assertThat(verdict(Dialect.POSTGRESQL, "FROBNICATE THE other; INSERT INTO a VALUES (1)"))
                .isInstanceOf(Verdict.Mutates.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROBNICATE a; CREATE TABLE a (id int)",
                "FROBNICATE THE x.a; ALTER TABLE a ADD COLUMN b int",
                "FROBNICATE THE other; CREATE TABLE IF NOT EXISTS a (id int)"
            })
    void whatItNamesIsUnclearAndSoIsThatNothingElseHappens(String script) {
        assertThat(verdict(Dialect.POSTGRESQL, script)).isInstanceOf(Verdict.Unsure.class);
    }

    @Test
    void aConversionByCasesMayLeaveItsOwnValuesAsTheyAre() {
        assertThat(
                        verdict(
                                Dialect.POSTGRESQL,
                                "ALTER TABLE t ALTER g TYPE geometry(Geometry, 4326) USING CASE WHEN ST_SRID(g) = 4326 THEN g ELSE ST_Transform(g, 4326) END"))
                .isInstanceOf(Verdict.Unsure.class);
    }

    @Test
    void aDatabaseThatIsCalledLikeARoleIsNotThatRole() {
        assertThat(verdict(
                        Dialect.POSTGRESQL,
                        "GRANT ALL ON DATABASE app TO x; GRANT ALL ON SCHEMA x TO x; ALTER ROLE app CREATEDB"))
                .isInstanceOf(Verdict.Repeats.class);
    }

    @Test
    void aColumnThatIsReadAndGoneHasMySqlsOwnNumber() {
        assertThat(verdict(Dialect.MYSQL, "UPDATE t SET b = a; ALTER TABLE t DROP COLUMN a"))
                .isInstanceOfSatisfying(
                        Verdict.Fails.class, fails -> assertThat(fails.code()).isEqualTo("1054"));
    }

    @Test
    void aMemberThatIsSetFromElsewhereIsSetToTheSameAgain() {
        assertThat(verdict(
                        Dialect.POSTGRESQL,
                        "UPDATE f SET d = f.d || jsonb_build_object('c', x.v) FROM x WHERE x.id = f.id"))
                .isInstanceOf(Verdict.Repeats.class);
        assertThat(verdict(Dialect.POSTGRESQL, "UPDATE f SET d = d || jsonb_build_object('c', now())"))
                .isInstanceOf(Verdict.Mutates.class);
    }
}
