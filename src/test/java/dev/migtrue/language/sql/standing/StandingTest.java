package dev.migtrue.language.sql.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.program.Reading;
import dev.migtrue.model.RepoPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TABLE t (a int, b text)             | CREATE TABLE IF NOT EXISTS t (a int)
            CREATE TABLE t (a int4 NOT NULL)           | CREATE TABLE IF NOT EXISTS public.t (a integer NOT NULL)
            CREATE TABLE t (a int PRIMARY KEY)         | CREATE TABLE IF NOT EXISTS t (a int NOT NULL, PRIMARY KEY (a))
            CREATE TABLE t (a text DEFAULT 'x')        | CREATE TABLE IF NOT EXISTS t (a text DEFAULT 'x'::text)
            CREATE TABLE t (a timestamp DEFAULT now()) | CREATE TABLE IF NOT EXISTS t (a timestamp DEFAULT CURRENT_TIMESTAMP)
            CREATE TABLE u (a int); ALTER TABLE u RENAME TO t | CREATE TABLE IF NOT EXISTS t (a int)
            CREATE TABLE t (b int); ALTER TABLE t RENAME b TO a | CREATE TABLE IF NOT EXISTS t (a int)
            CREATE TABLE t (b int); DROP TABLE t       | CREATE TABLE IF NOT EXISTS t (a int)
            CREATE TABLE t (a int); ALTER TABLE t ADD b text | CREATE TABLE IF NOT EXISTS t (a int, b text)
            CREATE TABLE t (LIKE o)                    | CREATE TABLE IF NOT EXISTS t (a int, b text)
            CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a) | CREATE TABLE IF NOT EXISTS t (a int UNIQUE)
            CREATE SEQUENCE s                          | CREATE SEQUENCE IF NOT EXISTS s START WITH 1 INCREMENT BY 1
            CREATE EXTENSION citext                    | CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public
            CREATE TABLE s1.t (b int)                  | CREATE TABLE IF NOT EXISTS s2.t (a int)
            CREATE TABLE t (b int)                     | CREATE TEMP TABLE IF NOT EXISTS t (a int)
            CREATE INDEX i ON t USING btree (a)        | CREATE INDEX IF NOT EXISTS i ON public.t (a)
            """)
    void whatIsAskedForIsThere(String before, String script) {
        assertThat(details(Dialect.POSTGRESQL, before, script)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            CREATE TABLE t (a bigint)                  | CREATE TABLE IF NOT EXISTS t (a int) | column "a" has type "bigint", not "integer"
            CREATE TABLE t (a varchar(20))             | CREATE TABLE IF NOT EXISTS t (a varchar(50)) | column "a" has type "character varying(20)", not "character varying(50)"
            CREATE TABLE t (a int)                     | CREATE TABLE IF NOT EXISTS t (a int NOT NULL) | column "a" has no NOT NULL
            CREATE TABLE t (a int)                     | CREATE TABLE IF NOT EXISTS t (a int DEFAULT 1) | column "a" has no default "1"
            CREATE TABLE t (a int, b int)              | CREATE TABLE IF NOT EXISTS t (a int, b int, UNIQUE (a, b)) | it has no UNIQUE (a, b)
            CREATE TABLE t (a int); ALTER TABLE t DROP COLUMN a | CREATE TABLE IF NOT EXISTS t (a int) | it has no column "a"
            CREATE TABLE t (a int NOT NULL); ALTER TABLE t ALTER a DROP NOT NULL | ALTER TABLE t ADD COLUMN IF NOT EXISTS a int NOT NULL | column "a" has no NOT NULL
            CREATE INDEX i ON t (a)                    | CREATE INDEX IF NOT EXISTS i ON o (a) | it has table "t", not "o"
            CREATE VIEW t AS SELECT 1 AS a             | CREATE TABLE IF NOT EXISTS t (a int) | it is a view, not a table
            """)
    void whatIsMissingIsSaid(String before, String script, String detail) {
        assertThat(details(Dialect.POSTGRESQL, before, script)).containsExactly(detail);
    }

    @Test
    void aLaterStatementMayMakeItRight() {
        String before = "CREATE TABLE t (a int);";
        String guarded = "ALTER TABLE t ADD COLUMN IF NOT EXISTS a bigint NOT NULL;";
        assertThat(details(Dialect.POSTGRESQL, before, guarded))
                .containsExactly("column \"a\" has no NOT NULL (and 1 more)");
        assertThat(details(
                        Dialect.POSTGRESQL,
                        before,
                        guarded + " ALTER TABLE t ALTER a TYPE bigint; ALTER TABLE t ALTER a SET NOT NULL;"))
                .isEmpty();
    }

    @Test
    void whatNobodyUnderstoodIsNotCompared() {
        String wanted = "CREATE TABLE IF NOT EXISTS t (a int);";
        for (String between : List.of(
                "DO $$ BEGIN EXECUTE format('ALTER TABLE t ADD %I int', 'a'); END $$;",
                "CALL rebuild('t');",
                "DO $$ BEGIN IF current_date > '2024-01-01' THEN ALTER TABLE t ADD a int; END IF; END $$;",
                "DO $$ BEGIN FOR i IN 1..2 LOOP ALTER TABLE t ADD a int; END LOOP; END $$;")) {
            assertThat(details(Dialect.POSTGRESQL, "CREATE TABLE t (b int);" + between, wanted))
                    .as(between)
                    .isEmpty();
        }
        Standing standing = new Standing(Dialect.POSTGRESQL);
        standing.tell(read(Dialect.POSTGRESQL, "CREATE TABLE t (b int);"), new RepoPath("before.sql"));
        standing.tell("class Migration { addColumn('t', 'a') }");
        assertThat(standing.clashes(read(Dialect.POSTGRESQL, wanted), new RepoPath("script.sql")))
                .isEmpty();
    }

    @Test
    void onlyWhatIsGuardedOrReplacesOrRedefinesAsksWhatIsThere() {
        assertThat(Standing.isAskedBy(read(Dialect.POSTGRESQL, "CREATE TABLE t (a int); INSERT INTO t VALUES (1);")))
                .isFalse();
        assertThat(Standing.isAskedBy(read(Dialect.POSTGRESQL, "CREATE TABLE IF NOT EXISTS t (a int);")))
                .isTrue();
        assertThat(Standing.isAskedBy(read(Dialect.MYSQL, "ALTER TABLE t MODIFY a BIGINT;")))
                .isTrue();
    }

    @Test
    void theObjectIsSaidToBeBuiltWhereItWas() {
        Standing standing = new Standing(Dialect.MYSQL);
        String before = """
                SELECT 1;
                CREATE TABLE t (a INT);
                """;
        standing.tell(read(Dialect.MYSQL, before), new RepoPath("a/1.sql"));
        assertThat(standing.clashes(
                        read(Dialect.MYSQL, "CREATE TABLE IF NOT EXISTS `t` (b INT(11));"), new RepoPath("a/2.sql")))
                .singleElement()
                .satisfies(clash -> {
                    assertThat(clash.built().path().value()).isEqualTo("a/1.sql");
                    assertThat(clash.built().span().startLine()).isEqualTo(2);
                    assertThat(clash.object()).isEqualTo("table \"t\"");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            mysql     | ALTER TABLE t MODIFY a BIGINT                     | NOT NULL, default 1
            mysql     | ALTER TABLE t MODIFY a BIGINT NOT NULL DEFAULT 1  | ~~
            mysql     | ALTER TABLE t MODIFY a BIGINT NULL DEFAULT NULL   | ~~
            mysql     | ALTER TABLE t MODIFY a INT                        | ~~
            mariadb   | ALTER TABLE t CHANGE a b INT NOT NULL             | default 1
            sqlserver | ALTER TABLE t ALTER COLUMN a BIGINT               | NOT NULL
            oracle    | ALTER TABLE t MODIFY (a NUMBER(20))               | ~~
            """)
    void whatANewDefinitionForgetsDependsOnTheDialect(String name, String script, String lost) {
        Dialect dialect = Dialect.named(name).orElseThrow();
        Standing standing = new Standing(dialect);
        standing.tell(
                read(dialect, "CREATE TABLE t (id INT PRIMARY KEY, a INT DEFAULT 1 NOT NULL);"),
                new RepoPath("before.sql"));
        assertThat(standing.clashes(read(dialect, script), new RepoPath("script.sql")).stream()
                        .map(Clash::detail)
                        .toList())
                .isEqualTo(lost.isEmpty() ? List.of() : List.of(lost));
    }

    private static List<String> details(Dialect dialect, String before, String script) {
        Standing standing = new Standing(dialect);
        standing.tell(read(dialect, before), new RepoPath("before.sql"));
        return standing.clashes(read(dialect, script), new RepoPath("script.sql")).stream()
                .filter(clash -> clash.kind() == Clash.Kind.HIDDEN)
                .map(Clash::detail)
                .toList();
    }

    private static Reading read(Dialect dialect, String text) {
        Operation all = new Operation.Written(text, new Place(0, text.length()));
        return Reading.of(new Program(dialect, Mode.STATEMENT_BY_STATEMENT, List.of(all)));
    }
}
