package dev.migtrue.language.sql.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts on servers that are not at hand, by what their documentation says. */
class DocumentedServersTest {

    private static Verdict verdict(Server server, String script) {
        return TwoRuns.onAnything(server, Mode.STATEMENT_BY_STATEMENT).of(script);
    }

    private static Verdict sqlServer(String script) {
        return verdict(Server.of(Dialect.SQL_SERVER), script);
    }

    private static Verdict oracle(String script) {
        return verdict(Server.of(Dialect.ORACLE), script);
    }

    private static Verdict oracle19(String script) {
        return verdict(Server.of(Dialect.ORACLE, "19.3"), script);
    }

    private static Verdict mySql(String version, String script) {
        return verdict(Server.of(Dialect.MYSQL, version), script);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IF OBJECT_ID(N'dbo.t', N'U') IS NULL CREATE TABLE dbo.t (id int)",
                "IF OBJECT_ID('t') IS NULL BEGIN CREATE TABLE t (id int); CREATE INDEX i ON t (id) END",
                "IF COL_LENGTH(N'dbo.t', N'c') IS NULL ALTER TABLE dbo.t ADD c int",
                "IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'dbo.t') AND name = N'i')"
                        + " CREATE INDEX i ON dbo.t (c)",
                "IF NOT EXISTS (SELECT * FROM sys.columns WHERE name = N'c' AND object_id = OBJECT_ID(N'dbo.t'))"
                        + " ALTER TABLE dbo.t ADD c int",
                "IF NOT EXISTS (SELECT * FROM sys.tables WHERE name = 't') CREATE TABLE t (id int)",
                "IF SCHEMA_ID(N'x') IS NULL EXEC(N'CREATE SCHEMA x')",
                "IF TYPE_ID(N'dbo.ty') IS NULL CREATE TYPE dbo.ty FROM int",
                "IF NOT EXISTS (SELECT * FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 't' AND COLUMN_NAME = 'c')"
                        + " ALTER TABLE t ADD c int",
                "DROP TABLE IF EXISTS dbo.t\nGO\nCREATE TABLE dbo.t (id int)\nGO",
                "CREATE OR ALTER VIEW v AS SELECT 1 AS x",
                "CREATE OR ALTER PROCEDURE p AS SELECT 1",
                "ALTER TABLE t DROP COLUMN IF EXISTS c",
                "ALTER TABLE t DROP CONSTRAINT IF EXISTS ck",
                "ALTER TABLE t ALTER COLUMN c varchar(50) NOT NULL",
                "IF OBJECT_ID('t') IS NOT NULL DROP TABLE t"
            })
    void guardsOfSqlServerHold(String script) {
        assertThat(sqlServer(script)).isInstanceOf(Verdict.Repeats.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (id int)",
                "CREATE INDEX i ON t (c)",
                "ALTER TABLE t ADD c int",
                "ALTER TABLE t DROP COLUMN c",
                "CREATE VIEW v AS SELECT 1 AS x",
                "CREATE SCHEMA x",
                "CREATE SEQUENCE s",
                "EXEC(N'CREATE TABLE t (id int)')",
                "IF OBJECT_ID(N'dbo.u', N'U') IS NULL CREATE TABLE dbo.t (id int)"
            })
    void plainStatementsOfSqlServerFailTheSecondTime(String script) {
        assertThat(sqlServer(script)).isInstanceOf(Verdict.Fails.class);
    }

    @Test
    void sqlServerHasNoGuardsOfOthers() {
        assertThat(sqlServer("CREATE TABLE IF NOT EXISTS t (id int)")).isInstanceOf(Verdict.NeverRuns.class);
        assertThat(sqlServer("CREATE OR REPLACE VIEW v AS SELECT 1 AS x")).isInstanceOf(Verdict.NeverRuns.class);
        assertThat(sqlServer("CREATE OR ALTER TABLE t (id int)")).isInstanceOf(Verdict.NeverRuns.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2714 | CREATE TABLE t (id int)",
                "2705 | ALTER TABLE t ADD c int",
                "1913 | CREATE INDEX i ON t (c)",
                "3701 | DROP TABLE t",
                "4924 | ALTER TABLE t DROP COLUMN c"
            })
    void sqlServerNumbersWhatItRefuses(String numbered) {
        String[] parts = numbered.split(" \\| ", 2);
        assertThat(sqlServer(parts[1]))
                .isInstanceOfSatisfying(
                        Verdict.Fails.class, fails -> assertThat(fails.code()).isEqualTo(parts[0]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE OR REPLACE VIEW v AS SELECT 1 AS x FROM dual",
                "CREATE OR REPLACE SYNONYM s FOR t",
                "BEGIN EXECUTE IMMEDIATE 'CREATE TABLE t (id NUMBER)';"
                        + " EXCEPTION WHEN OTHERS THEN IF SQLCODE != -955 THEN RAISE; END IF; END;",
                "BEGIN EXECUTE IMMEDIATE 'DROP TABLE t';"
                        + " EXCEPTION WHEN OTHERS THEN IF SQLCODE != -942 THEN RAISE; END IF; END;",
                "BEGIN EXECUTE IMMEDIATE 'ALTER TABLE t ADD (c NUMBER)';"
                        + " EXCEPTION WHEN OTHERS THEN IF SQLCODE != -1430 THEN RAISE; END IF; END;",
                "BEGIN EXECUTE IMMEDIATE 'DROP SEQUENCE s';"
                        + " EXCEPTION WHEN OTHERS THEN IF SQLCODE != -2289 THEN RAISE; END IF; END;",
                "BEGIN EXECUTE IMMEDIATE 'DROP INDEX i';"
                        + " EXCEPTION WHEN OTHERS THEN IF SQLCODE != -1418 THEN RAISE; END IF; END;",
                "ALTER TABLE t MODIFY (c VARCHAR2(50))"
            })
    void swallowedErrorsOfOracleRepeat(String script) {
        assertThat(oracle19(script)).isInstanceOf(Verdict.Repeats.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-955 | CREATE TABLE t (id NUMBER)",
                "-942 | DROP TABLE t",
                "-1430 | ALTER TABLE t ADD (c NUMBER)",
                "-904 | ALTER TABLE t DROP COLUMN c",
                "-2289 | DROP SEQUENCE s",
                "-1418 | DROP INDEX i",
                "-2264 | ALTER TABLE t ADD CONSTRAINT ck CHECK (id > 0)",
                "-2443 | ALTER TABLE t DROP CONSTRAINT ck",
                "-1442 | ALTER TABLE t MODIFY c NOT NULL",
                "-1451 | ALTER TABLE t MODIFY c NULL",
                "-942 | BEGIN EXECUTE IMMEDIATE 'DROP TABLE t';"
                        + " EXCEPTION WHEN OTHERS THEN IF SQLCODE != -955 THEN RAISE; END IF; END;"
            })
    void oracleNumbersWhatItRefuses(String numbered) {
        String[] parts = numbered.split(" \\| ", 2);
        assertThat(oracle(parts[1]))
                .isInstanceOfSatisfying(
                        Verdict.Fails.class, fails -> assertThat(fails.code()).isEqualTo(parts[0]));
    }

    @Test
    void oracleGotItsGuardsWithItsRelease23() {
        String guarded = "CREATE TABLE IF NOT EXISTS t (id NUMBER)";
        assertThat(oracle(guarded)).isInstanceOf(Verdict.Repeats.class);
        assertThat(oracle19(guarded)).isInstanceOf(Verdict.NeverRuns.class);
        assertThat(oracle("DROP TABLE IF EXISTS t")).isInstanceOf(Verdict.Repeats.class);
        assertThat(oracle19("DROP TABLE IF EXISTS t")).isInstanceOf(Verdict.NeverRuns.class);
        // ORA-11541: not both at once.
        assertThat(oracle("CREATE OR REPLACE VIEW IF NOT EXISTS v AS SELECT 1 AS x FROM dual"))
                .isInstanceOf(Verdict.NeverRuns.class);
        // ORA-01430: the guard is for the table.
        assertThat(oracle("ALTER TABLE IF EXISTS t ADD (c NUMBER)")).isInstanceOf(Verdict.Fails.class);
    }

    @Test
    void mySqlGotItsGuardsOneByOne() {
        String routine = "CREATE PROCEDURE IF NOT EXISTS p() SELECT 1";
        assertThat(mySql("8.0.28", routine)).isInstanceOf(Verdict.NeverRuns.class);
        assertThat(mySql("8.0.29", routine)).isInstanceOf(Verdict.Repeats.class);
        String view = "CREATE VIEW IF NOT EXISTS v AS SELECT 1 AS x";
        assertThat(mySql("8.4", view)).isInstanceOf(Verdict.NeverRuns.class);
        assertThat(mySql("9.1", view)).isInstanceOf(Verdict.Repeats.class);
        String check = "ALTER TABLE t ADD CONSTRAINT ck CHECK (id > 0)";
        assertThat(mySql("5.7", check)).isInstanceOf(Verdict.Repeats.class);
        assertThat(mySql("8.0.16", check))
                .isInstanceOfSatisfying(
                        Verdict.Fails.class, fails -> assertThat(fails.code()).isEqualTo("3822"));
        assertThat(mySql("8.4", "DROP INDEX IF EXISTS i ON t")).isInstanceOf(Verdict.NeverRuns.class);
    }

    @Test
    void sqliteLearntToAlterConstraintsLate() {
        String check = "ALTER TABLE t ADD CONSTRAINT ck CHECK (id > 0)";
        assertThat(verdict(Server.of(Dialect.SQLITE, "3.40.1"), check)).isInstanceOf(Verdict.NeverRuns.class);
        assertThat(verdict(Server.of(Dialect.SQLITE), check)).isInstanceOf(Verdict.Fails.class);
    }

    @Test
    void h2TakesTheWordsOfThoseThatItImitates() {
        String insert = "CREATE TABLE IF NOT EXISTS t (id INT PRIMARY KEY); INSERT IGNORE INTO t VALUES (1)";
        assertThat(verdict(Server.of(Dialect.H2), insert)).isInstanceOf(Verdict.NeverRuns.class);
        assertThat(verdict(Server.of(Dialect.H2).imitating("MySQL"), insert)).isInstanceOf(Verdict.Repeats.class);
        assertThat(verdict(Server.of(Dialect.H2), "SET MODE MySQL; " + insert)).isInstanceOf(Verdict.Repeats.class);
    }
}
