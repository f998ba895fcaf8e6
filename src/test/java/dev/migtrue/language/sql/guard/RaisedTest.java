package dev.migtrue.language.sql.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.reader.StatementReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaisedTest {

    /** As PostgreSQL 15 to 18 raise them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TABLE t (a int)                                          | duplicate_table
            CREATE VIEW v AS SELECT 1 AS a                                  | duplicate_table
            CREATE SEQUENCE s                                               | duplicate_table
            CREATE INDEX i ON t (a)                                         | duplicate_table
            ALTER TABLE t ADD CONSTRAINT u UNIQUE (a)                       | duplicate_table
            ALTER TABLE t ADD CONSTRAINT e EXCLUDE USING gist (a WITH &&)   | duplicate_table
            CREATE TYPE m AS ENUM ('a')                                     | duplicate_object
            CREATE DOMAIN d AS int                                          | duplicate_object
            ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0)                    | duplicate_object
            ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES o (a) | duplicate_object
            CREATE TRIGGER g AFTER INSERT ON t EXECUTE FUNCTION f()         | duplicate_object
            CREATE POLICY p ON t USING (true)                               | duplicate_object
            CREATE ROLE r                                                   | duplicate_object
            CREATE EXTENSION citext                                         | duplicate_object
            ALTER TYPE m ADD VALUE 'b'                                      | duplicate_object
            ALTER TABLE t ADD COLUMN a int                                  | duplicate_column
            ALTER TYPE c ADD ATTRIBUTE a int                                | duplicate_column
            CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'      | duplicate_function
            CREATE PROCEDURE f() LANGUAGE sql AS 'SELECT 1'                 | duplicate_function
            CREATE SCHEMA s                                                 | duplicate_schema
            CREATE DATABASE d                                               | duplicate_database
            ALTER TABLE t ADD PRIMARY KEY (a)                               | invalid_table_definition
            ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY          | object_not_in_prerequisite_state
            CREATE TEXT SEARCH CONFIGURATION c (COPY = simple)              | unique_violation
            DROP TABLE t                                                    | undefined_table
            ALTER TABLE t DROP COLUMN a                                     | undefined_column
            ALTER TABLE t RENAME COLUMN a TO b                              | undefined_column
            DROP FUNCTION f(int)                                            | undefined_function
            DROP TYPE m                                                     | undefined_object
            """)
    void everyStatementHasItsConditionInPostgres(String statement, String condition) {
        assertThat(raised(Dialect.POSTGRESQL, statement)).containsExactly(condition);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql | CREATE TABLE IF NOT EXISTS t (a int)
            postgresql | CREATE OR REPLACE VIEW v AS SELECT 1 AS a
            postgresql | CREATE INDEX ON t (a)
            postgresql | ALTER TABLE t ADD CHECK (a > 0)
            postgresql | ALTER TABLE t ALTER a SET NOT NULL
            postgresql | ALTER TABLE t DROP CONSTRAINT IF EXISTS c, ADD CONSTRAINT c CHECK (a > 0)
            postgresql | ALTER TABLE IF EXISTS t RENAME TO u
            postgresql | INSERT INTO t VALUES (1)
            sqlite     | CREATE TABLE t (a int)
            """)
    void whatMayBeRunAgainOrHasNoHandlersRaisesNothing(String dialect, String statement) {
        assertThat(raised(Dialect.named(dialect).orElseThrow(), statement)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mysql  | CREATE TABLE t (a int)                    | 1050
            mysql  | ALTER TABLE t ADD COLUMN a int            | 1060
            mysql  | CREATE INDEX i ON t (a)                   | 1061
            mysql  | ALTER TABLE t DROP COLUMN a               | 1091
            mysql  | ALTER TABLE t ADD PRIMARY KEY (a)         | 1068
            oracle | CREATE TABLE t (a NUMBER)                 | -955
            oracle | ALTER TABLE t ADD (a NUMBER)              | -1430
            oracle | DROP TABLE t                              | -942
            oracle | DROP INDEX i                              | -1418
            oracle | DROP SEQUENCE s                           | -2289
            oracle | ALTER TABLE t DROP CONSTRAINT c           | -2443
            """)
    void othersNumberThem(String dialect, String statement, String number) {
        assertThat(raised(Dialect.named(dialect).orElseThrow(), statement)).contains(number);
    }

    @Test
    void statesAndNamesAreTheSame() {
        assertThat(Raised.name("sqlstate '42p07'")).isEqualTo("duplicate_table");
        assertThat(Raised.name("sqlstate value '42s21'")).isEqualTo("1060");
        assertThat(Raised.name("duplicate_object")).isEqualTo("duplicate_object");
        assertThat(Raised.isWide("sqlstate '42000'")).isTrue();
        assertThat(Raised.isWide("others")).isTrue();
        assertThat(Raised.isWide("duplicate_table")).isFalse();
        assertThat(Raised.isAlike("duplicate_table", "duplicate_object")).isTrue();
        assertThat(Raised.isAlike("undefined_table", "duplicate_column")).isFalse();
    }

    private static List<String> raised(Dialect dialect, String text) {
        return Raised.by(
                StatementReader.read(Script.of(text, dialect).statements().getFirst()), dialect);
    }
}
