package dev.migtrue.language.sql.guarded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.rerun.TwoRuns;
import dev.migtrue.language.sql.rerun.Verdict;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardedFormsTest {

    private static List<GuardedForm> forms(Dialect dialect, String text) {
        return GuardedForms.of(Script.of(text, dialect).statements().getFirst());
    }

    private static String applied(GuardedForm form, String text) {
        StringBuilder guarded = new StringBuilder(text);
        form.insertions().reversed().forEach(insertion -> guarded.insert(insertion.at(), insertion.text()));
        return guarded.toString().replace("\n", " ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        POSTGRESQL | create table app.orders (id int); | 9.1 | create table IF NOT EXISTS app.orders (id int);
        POSTGRESQL | CREATE UNIQUE INDEX CONCURRENTLY i ON t (a); | 9.5 | CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);
        POSTGRESQL | CREATE VIEW v AS SELECT 1; | - | CREATE OR REPLACE VIEW v AS SELECT 1;
        POSTGRESQL | CREATE TYPE mood AS ENUM ('a'); | - | DO $$ BEGIN CREATE TYPE mood AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        POSTGRESQL | CREATE POLICY p ON t USING (true); | - | DROP POLICY IF EXISTS p ON t; CREATE POLICY p ON t USING (true);
        POSTGRESQL | CREATE CONSTRAINT TRIGGER r AFTER INSERT ON t EXECUTE FUNCTION f(); | - | DROP TRIGGER IF EXISTS r ON t; CREATE CONSTRAINT TRIGGER r AFTER INSERT ON t EXECUTE FUNCTION f();
        POSTGRESQL | CREATE SCHEMA AUTHORIZATION joe; | 9.3 | CREATE SCHEMA IF NOT EXISTS AUTHORIZATION joe;
        POSTGRESQL | ALTER TABLE t ADD a int, DROP COLUMN b; | 9.6 | ALTER TABLE t ADD IF NOT EXISTS a int, DROP COLUMN IF EXISTS b;
        POSTGRESQL | ALTER TABLE t ADD COLUMN IF NOT EXISTS a int, ADD COLUMN b int; | 9.6 | ALTER TABLE t ADD COLUMN IF NOT EXISTS a int, ADD COLUMN IF NOT EXISTS b int;
        POSTGRESQL | ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0); | - | ALTER TABLE t DROP CONSTRAINT IF EXISTS c, ADD CONSTRAINT c CHECK (a > 0);
        POSTGRESQL | ALTER TYPE m ADD VALUE 'x' BEFORE 'y'; | 9.3 | ALTER TYPE m ADD VALUE IF NOT EXISTS 'x' BEFORE 'y';
        POSTGRESQL | ALTER TABLE t RENAME TO u; | - | ALTER TABLE IF EXISTS t RENAME TO u;
        POSTGRESQL | ALTER TABLE t RENAME COLUMN a TO b; | - | DO $$ BEGIN ALTER TABLE t RENAME COLUMN a TO b; EXCEPTION WHEN undefined_column THEN NULL; END $$;
        POSTGRESQL | ALTER TABLE p ATTACH PARTITION c DEFAULT; | - | DO $$ BEGIN ALTER TABLE p ATTACH PARTITION c DEFAULT; EXCEPTION WHEN wrong_object_type THEN NULL; END $$;
        POSTGRESQL | ALTER TABLE t ALTER a DROP IDENTITY; | 10 | ALTER TABLE t ALTER a DROP IDENTITY IF EXISTS;
        POSTGRESQL | DROP MATERIALIZED VIEW v, w; | - | DROP MATERIALIZED VIEW IF EXISTS v, w;
        POSTGRESQL | CREATE ROLE app; | - | DO $$ BEGIN CREATE ROLE app; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        MARIADB | ALTER TABLE t ADD COLUMN a int, ADD INDEX i (a), DROP FOREIGN KEY f; | - | ALTER TABLE t ADD COLUMN IF NOT EXISTS a int, ADD INDEX IF NOT EXISTS i (a), DROP FOREIGN KEY IF EXISTS f;
        MARIADB | CREATE PROCEDURE p() SELECT 1; | 10.1.3 | CREATE OR REPLACE PROCEDURE p() SELECT 1;
        MARIADB | ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES u (id); | - | ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY IF NOT EXISTS (a) REFERENCES u (id);
        MARIADB | RENAME TABLE a TO b; | 10.5.2 | RENAME TABLE IF EXISTS a TO b;
        MYSQL | CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1; | - | DROP TRIGGER IF EXISTS r; CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
        SQLITE | CREATE INDEX i ON t (a); | - | CREATE INDEX IF NOT EXISTS i ON t (a);
        H2 | ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0); | - | ALTER TABLE t ADD CONSTRAINT IF NOT EXISTS c CHECK (a > 0);
        SQLITE | DROP TABLE t; | - | DROP TABLE IF EXISTS t;
        """)
    void putIntoAStatementItRunsAgain(Dialect dialect, String statement, String since, String guarded) {
        GuardedForm form = forms(dialect, statement).getFirst();
        assertThat(applied(form, statement)).isEqualTo(guarded);
        assertThat(form.since().orElse(null)).isEqualTo(since);
        assertThat(TwoRuns.onAnything(dialect, Mode.STATEMENT_BY_STATEMENT).of(statement))
                .isInstanceOf(Verdict.Fails.class);
        assertThat(TwoRuns.onAnything(dialect, Mode.STATEMENT_BY_STATEMENT).of(guarded))
                .isInstanceOf(Verdict.Repeats.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SQL_SERVER | CREATE TABLE dbo.t (a int); | IF OBJECT_ID(N'dbo.t', N'U') IS NULL CREATE TABLE dbo.t (a int);
        SQL_SERVER | CREATE INDEX i ON t (a); | IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N't') AND name = N'i') CREATE INDEX i ON t (a);
        SQL_SERVER | CREATE SCHEMA x; | IF SCHEMA_ID(N'x') IS NULL EXEC(N'CREATE SCHEMA x');
        SQL_SERVER | ALTER TABLE t ADD c int; | IF COL_LENGTH(N't', N'c') IS NULL ALTER TABLE t ADD c int;
        SQL_SERVER | CREATE PROCEDURE p AS SELECT 1; | CREATE OR ALTER PROCEDURE p AS SELECT 1;
        ORACLE | CREATE TABLE t (a number); | CREATE TABLE IF NOT EXISTS t (a number);
        ORACLE | DROP TABLE t; | DROP TABLE IF EXISTS t;
        """)
    void hasTheWordsOfDialectsThatNobodyCouldRun(Dialect dialect, String statement, String guarded) {
        assertThat(applied(forms(dialect, statement).getFirst(), statement)).isEqualTo(guarded);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        POSTGRESQL | ALTER TABLE t ADD CHECK (a > 0);
        POSTGRESQL | CREATE DATABASE d;
        POSTGRESQL | CREATE TABLE IF NOT EXISTS t (a int);
        POSTGRESQL | ALTER TABLE t ADD COLUMN a int, RENAME CONSTRAINT c TO d;
        POSTGRESQL | DROP TABLE IF EXISTS t;
        SQLITE | ALTER TABLE t ADD COLUMN a int;
        SQLITE | ALTER TABLE t DROP COLUMN a;
        """)
    void hasNoneWhereTheDialectHasNone(Dialect dialect, String statement) {
        assertThat(forms(dialect, statement)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        MYSQL | ALTER TABLE t ADD COLUMN a int;
        MYSQL | CREATE INDEX i ON t (a);
        H2 | INSERT INTO t (a) VALUES (1);
        """)
    void describesWhatTheAuthorHasToWrite(Dialect dialect, String statement) {
        assertThat(forms(dialect, statement))
                .singleElement()
                .satisfies(form -> assertThat(form.isMechanical()).isFalse());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        POSTGRESQL | CREATE  TABLE /* new */ a.t (id int); | CREATE TABLE IF NOT EXISTS a.t
        POSTGRESQL | ALTER TABLE t ADD a int, DROP COLUMN b; | ADD IF NOT EXISTS a, DROP COLUMN IF EXISTS b
        POSTGRESQL | INSERT INTO t (a) VALUES (1); | ON CONFLICT DO NOTHING
        POSTGRESQL | DROP VIEW v; | DROP VIEW IF EXISTS v
        MARIADB | ALTER TABLE t DROP COLUMN b; | DROP COLUMN IF EXISTS b
        """)
    void showsWhatIsNewInFewWords(Dialect dialect, String statement, String words) {
        assertThat(forms(dialect, statement).getFirst().words()).isEqualTo(words);
    }
}
