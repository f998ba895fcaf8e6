package dev.migtrue.language.sql.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.reader.StatementReader;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards that were refused by real servers, or that their manuals do not have, and their neighbours that are read. */
class AcceptedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql | CREATE TYPE IF NOT EXISTS m AS ENUM ('a')
            postgresql | CREATE DOMAIN IF NOT EXISTS d AS int
            postgresql | CREATE VIEW IF NOT EXISTS v AS SELECT 1 AS a
            postgresql | CREATE FUNCTION IF NOT EXISTS f() RETURNS int LANGUAGE sql AS 'SELECT 1'
            postgresql | CREATE POLICY IF NOT EXISTS p ON t USING (true)
            postgresql | CREATE ROLE IF NOT EXISTS r
            postgresql | CREATE TRIGGER IF NOT EXISTS g AFTER INSERT ON t EXECUTE FUNCTION f()
            postgresql | CREATE OR REPLACE CONSTRAINT TRIGGER g AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()
            postgresql | CREATE OR REPLACE TABLE t (a int)
            postgresql | CREATE OR REPLACE MATERIALIZED VIEW v AS SELECT 1 AS a
            postgresql | CREATE INDEX IF NOT EXISTS ON t (a)
            postgresql | CREATE SCHEMA IF NOT EXISTS s CREATE TABLE t (a int)
            postgresql | ALTER TABLE t ADD CONSTRAINT IF NOT EXISTS c CHECK (a > 0)
            postgresql | ALTER TABLE t RENAME COLUMN IF EXISTS a TO b
            postgresql | ALTER TYPE IF EXISTS m ADD VALUE 'b'
            mysql      | ALTER TABLE t ADD COLUMN IF NOT EXISTS a int
            mysql      | ALTER TABLE t DROP COLUMN IF EXISTS a
            mysql      | ALTER TABLE t DROP INDEX IF EXISTS i
            mysql      | ALTER TABLE IF EXISTS t ADD COLUMN a int
            mysql      | CREATE INDEX IF NOT EXISTS i ON t (a)
            mysql      | DROP INDEX IF EXISTS i ON t
            mysql      | CREATE OR REPLACE PROCEDURE p() SELECT 1
            mysql      | CREATE OR REPLACE TABLE t (a int)
            mysql      | RENAME TABLE IF EXISTS a TO b
            mariadb    | ALTER TABLE t ADD CONSTRAINT IF NOT EXISTS u UNIQUE (a)
            mariadb    | ALTER TABLE t ADD CONSTRAINT IF NOT EXISTS f FOREIGN KEY (a) REFERENCES o (a)
            mariadb    | CREATE OR REPLACE TABLE IF NOT EXISTS t (a int)
            sqlite     | ALTER TABLE t ADD COLUMN IF NOT EXISTS a TEXT
            sqlite     | ALTER TABLE t DROP COLUMN IF EXISTS a
            sqlite     | ALTER TABLE IF EXISTS t ADD COLUMN a TEXT
            sqlite     | CREATE OR REPLACE VIEW v AS SELECT 1 AS a
            sqlserver  | CREATE TABLE IF NOT EXISTS t (a int)
            sqlserver  | CREATE SCHEMA IF NOT EXISTS s
            sqlserver  | DROP LOGIN IF EXISTS l
            oracle     | CREATE OR REPLACE TABLE t (a NUMBER)
            oracle     | CREATE OR REPLACE VIEW IF NOT EXISTS v AS SELECT 1 AS a FROM dual
            h2         | CREATE OR REPLACE TABLE t (a INT)
            """)
    void whatNoVersionReadsIsUnknown(String dialect, String statement) {
        assertThat(isUnknown(dialect, statement)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql | CREATE TABLE IF NOT EXISTS t (a int)
            postgresql | CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a)
            postgresql | CREATE MATERIALIZED VIEW IF NOT EXISTS v AS SELECT 1 AS a
            postgresql | CREATE EXTENSION IF NOT EXISTS citext
            postgresql | CREATE USER MAPPING IF NOT EXISTS FOR CURRENT_USER SERVER s
            postgresql | CREATE OR REPLACE TRIGGER g AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()
            postgresql | CREATE OR REPLACE AGGREGATE a(int) (SFUNC = int4pl, STYPE = int)
            postgresql | ALTER TABLE IF EXISTS t ADD COLUMN IF NOT EXISTS a int
            postgresql | ALTER TABLE t DROP CONSTRAINT IF EXISTS c
            postgresql | ALTER TYPE m ADD VALUE IF NOT EXISTS 'b'
            postgresql | ALTER TYPE c DROP ATTRIBUTE IF EXISTS a
            postgresql | ALTER DOMAIN d DROP CONSTRAINT IF EXISTS c
            postgresql | DROP POLICY IF EXISTS p ON t
            mysql      | CREATE TABLE IF NOT EXISTS t (a int)
            mysql      | CREATE VIEW IF NOT EXISTS v AS SELECT 1 AS a
            mysql      | CREATE PROCEDURE IF NOT EXISTS p() SELECT 1
            mysql      | CREATE OR REPLACE VIEW v AS SELECT 1 AS a
            mysql      | DROP TABLE IF EXISTS t
            mysql      | CREATE USER IF NOT EXISTS u
            mariadb    | ALTER TABLE t ADD COLUMN IF NOT EXISTS a int
            mariadb    | ALTER TABLE t ADD UNIQUE IF NOT EXISTS u (a)
            mariadb    | ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY IF NOT EXISTS (a) REFERENCES o (a)
            mariadb    | ALTER TABLE t ADD CONSTRAINT IF NOT EXISTS c CHECK (a > 0)
            mariadb    | CREATE OR REPLACE INDEX i ON t (a)
            mariadb    | CREATE OR REPLACE SEQUENCE s
            sqlite     | CREATE INDEX IF NOT EXISTS i ON t (a)
            sqlite     | CREATE VIEW IF NOT EXISTS v AS SELECT 1 AS a
            sqlite     | DROP TRIGGER IF EXISTS g
            sqlserver  | ALTER TABLE t DROP COLUMN IF EXISTS a
            sqlserver  | CREATE OR ALTER PROCEDURE p AS SELECT 1
            oracle     | CREATE TABLE IF NOT EXISTS t (a NUMBER)
            oracle     | CREATE OR REPLACE VIEW v AS SELECT 1 AS a FROM dual
            h2         | ALTER TABLE t ADD CONSTRAINT IF NOT EXISTS c CHECK (a > 0)
            h2         | CREATE OR REPLACE VIEW v AS SELECT 1 AS a
            """)
    void whatSomeVersionReadsIsKnown(String dialect, String statement) {
        assertThat(isUnknown(dialect, statement)).isFalse();
    }

    private static boolean isUnknown(String name, String text) {
        Dialect dialect = Dialect.named(name).orElseThrow();
        var statements = Script.of(text, dialect).statements();
        assertThat(statements).hasSize(1);
        return new Accepted(dialect)
                .unknown(StatementReader.read(List.copyOf(statements).getFirst()), text)
                .isPresent();
    }
}
