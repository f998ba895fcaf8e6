package dev.migtrue.language.code.sqlalchemy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.code.ProgramText;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.rerun.TwoRuns;
import dev.migtrue.language.sql.rerun.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that make the tables of their own SQLite file, and may be started again at any time. */
class PythonProgramTest {

    private static final String STORE = """
            import sqlite3

            SCHEMA = \"""
            CREATE TABLE IF NOT EXISTS users (id INTEGER PRIMARY KEY, name TEXT);
            CREATE TABLE IF NOT EXISTS posts (id INTEGER PRIMARY KEY);
            CREATE INDEX IF NOT EXISTS posts_id ON posts (id);
            \"""

            def column_exists(conn, table, column):
                cur = conn.cursor()
                cur.execute(f"PRAGMA table_info({table})")
                for row in cur.fetchall():
                    if row[1] == column:
                        return True
                return False

            def add_column(conn, table, column, kind):
                if not column_exists(conn, table, column):
                    conn.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")

            def migrate(conn):
                conn.executescript(SCHEMA)
                columns = [row[1] for row in conn.execute("PRAGMA table_info(users)")]
                if "email" not in columns:
                    conn.execute("ALTER TABLE users ADD COLUMN email TEXT")
                add_column(conn, "users", "nick", "TEXT")
                for name, kind in {"a": "TEXT", "b": "INTEGER"}.items():
                    if column_exists(conn, "users", name):
                        continue
                    conn.execute("ALTER TABLE users ADD COLUMN %s %s" % (name, kind))
                try:
                    conn.execute("ALTER TABLE posts ADD COLUMN body TEXT")
                except sqlite3.OperationalError as error:
                    if "duplicate column name" not in str(error):
                        raise
                conn.commit()

            if __name__ == "__main__":
                with sqlite3.connect("store.db") as conn:
                    migrate(conn)
            """;

    @Test
    void aProgramOfGuardedStepsMayRunAgain() {
        assertThat(second(STORE)).isInstanceOf(Verdict.Repeats.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TABLE IF NOT EXISTS posts | CREATE TABLE posts | 5
            CREATE INDEX IF NOT EXISTS posts_id | CREATE INDEX posts_id | 6
            if "email" not in columns: | if True: | 25
            add_column(conn, "users", "nick", "TEXT") | conn.execute("ALTER TABLE users ADD COLUMN nick TEXT") | 26
            if "email" not in columns: | if "mail" not in columns: | 25
            if "email" not in columns: | if "email" in columns or True: | 25
            PRAGMA table_info(users) | PRAGMA table_info(posts) | 25
            """)
    void oneStepWithoutItsGuardIsFoundAtItsLine(String guarded, String bare, int line) {
        assertThat(STORE).contains(guarded);
        assertThat(second(STORE.replace(guarded, bare)))
                .isInstanceOfSatisfying(
                        Verdict.Fails.class,
                        fails -> assertThat(fails.at().startLine()).isEqualTo(line));
    }

    @Test
    void functionsThatNothingCallsAreRunIfTheyDefineSomething() {
        assertThat(up("""
                class Store:
                    def __init__(self, path):
                        self.conn = sqlite3.connect(path)
                        self._create()

                    def _create(self):
                        self.conn.execute("CREATE TABLE t (a)")

                    def add(self, a):
                        self.conn.execute("INSERT INTO t VALUES (?)", (a,))
                """)).isEqualTo("CREATE TABLE t (a)");
    }

    @Test
    void aStringOfItsOwnIsReadWhereItStands() {
        Program program =
                PythonProgram.read("conn.executescript('''\nCREATE TABLE a (x);\nDROP TABLE b;\n''')", Dialect.SQLITE);
        assertThat(TwoRuns.onAnything(Dialect.SQLITE, program.mode()).of(program))
                .isInstanceOfSatisfying(
                        Verdict.Fails.class,
                        fails -> assertThat(fails.at().startLine()).isEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource({"import sqlite3, SQLITE", "from psycopg import sql, POSTGRESQL", "import pymysql.cursors, MYSQL"})
    void whatItImportsTellsTheDatabase(String line, Dialect dialect) {
        assertThat(PythonProgram.dialect("import os\n" + line + "\n")).contains(dialect);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            conn.execute(sql) | ? SQL that is known only when it runs at 1
            conn.execute("DROP TABLE " + name()) | ? SQL that is known only when it runs: it is a string with values filled in at 1
            conn.execute("DELETE FROM t WHERE a = ? AND b = ?", (1, x)) | DELETE FROM t WHERE a = 1 AND b = ?
            conn.executemany("INSERT INTO t VALUES (?)", rows) | INSERT INTO t VALUES (?)
            upgrade_schema(conn) | ? a call of 'upgrade_schema' at 1
            """)
    void whatIsNotUnderstoodIsTold(String call, String told) {
        assertThat(up(call)).isEqualTo(told);
    }

    @Test
    void whatIsNoPythonIsTold() {
        assertThat(up("conn.execute('DROP TABLE t')\n)) = def\n"))
                .contains("DROP TABLE t")
                .contains("? what is no Python");
    }

    private static Verdict second(String text) {
        Program program = PythonProgram.read(text, Dialect.SQLITE);
        return TwoRuns.onAnything(Dialect.SQLITE, program.mode()).of(program);
    }

    private static String up(String text) {
        return ProgramText.of(PythonProgram.read(text, Dialect.SQLITE).operations());
    }
}
