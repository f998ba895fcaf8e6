package dev.migtrue.judge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.rerun.TwoRuns;
import dev.migtrue.language.sql.standing.Standing;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What would bloat the pages: neighbours of what is reported, and other dialects. */
class GuardRulesTest {

    @Test
    void sqlServersCatchMayRaiseAgain() {
        String swallowed = """
                BEGIN TRY
                  CREATE TABLE t (a int);
                END TRY
                BEGIN CATCH
                  PRINT ERROR_MESSAGE();
                END CATCH
                """;
        assertThat(lines(new GuardSwallowsAll(), Dialect.SQL_SERVER, swallowed)).hasSize(1);
        assertThat(lines(
                        new GuardSwallowsAll(),
                        Dialect.SQL_SERVER,
                        swallowed.replace("PRINT ERROR_MESSAGE();", "THROW;")))
                .isEmpty();
    }

    @Test
    void oracleRaisesAgainWhatItDoesNotExpect() {
        String block = """
                BEGIN
                  EXECUTE IMMEDIATE 'CREATE TABLE t (a NUMBER)';
                EXCEPTION WHEN OTHERS THEN
                  %s
                END;
                /
                """;
        String tested = block.formatted("IF SQLCODE != -955 THEN RAISE; END IF;");
        assertThat(lines(new GuardSwallowsAll(), Dialect.ORACLE, tested)).isEmpty();
        assertThat(lines(new GuardWrongCondition(), Dialect.ORACLE, tested)).isEmpty();
        assertThat(lines(new GuardSwallowsAll(), Dialect.ORACLE, block.formatted("NULL;")))
                .containsExactly(3);
    }

    @Test
    void aProcedureCountsWhereItIsCalled() {
        String made = """
                DELIMITER //
                CREATE PROCEDURE add_note() BEGIN
                  DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END;
                  ALTER TABLE t ADD COLUMN note TEXT;
                END//
                DELIMITER ;
                """;
        assertThat(lines(new GuardSwallowsAll(), Dialect.MYSQL, made)).isEmpty();
        assertThat(lines(new GuardSwallowsAll(), Dialect.MYSQL, made + """
                CALL add_note();
                """)).containsExactly(3);
    }

    @Test
    void aContinueHandlerGoesOnWithTheNextStatement() {
        String script = """
                DELIMITER //
                CREATE PROCEDURE p() BEGIN
                  DECLARE %s HANDLER FOR 1060 BEGIN END;
                  ALTER TABLE t ADD COLUMN a INT;
                  ALTER TABLE t ADD COLUMN b INT;
                END//
                CALL p()//
                """;
        assertThat(lines(new GuardBlockTooWide(), Dialect.MYSQL, script.formatted("CONTINUE")))
                .isEmpty();
        assertThat(lines(new GuardBlockTooWide(), Dialect.MYSQL, script.formatted("EXIT")))
                .hasSize(1);
    }

    @Test
    void aHandlerForWhatIsGoneIsNotHeldAgainstWhatIsThere() {
        String block = """
                DO $$ BEGIN
                  ALTER TABLE t ADD COLUMN a int;
                EXCEPTION WHEN %s THEN NULL;
                END $$;
                """;
        assertThat(lines(new GuardWrongCondition(), Dialect.POSTGRESQL, block.formatted("undefined_table")))
                .isEmpty();
        assertThat(lines(new GuardWrongCondition(), Dialect.POSTGRESQL, block.formatted("duplicate_object")))
                .containsExactly(3);
        assertThat(lines(
                        new GuardWrongCondition(),
                        Dialect.POSTGRESQL,
                        block.formatted("duplicate_object OR duplicate_column")))
                .isEmpty();
    }

    @Test
    void aDroppedColumnMakesRoomForOneOfItsName() {
        String script = """
                ALTER TABLE t DROP COLUMN IF EXISTS a;
                ALTER TABLE IF EXISTS t ADD COLUMN a int;
                """;
        assertThat(lines(new GuardOnTableNotMember(), Dialect.POSTGRESQL, script))
                .isEmpty();
    }

    @Test
    void aCatalogueThatIsAskedForItsSchemaIsAskedRightly() {
        String question = """
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT 1 FROM %s) THEN CREATE TYPE m AS ENUM ('a'); END IF;
                END $$;
                """;
        for (String right : List.of(
                "pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typname = 'm' AND n.nspname = 'public'",
                "pg_type WHERE typname = 'm' AND pg_type_is_visible(oid)",
                "pg_roles WHERE rolname = 'm'",
                "pg_attribute WHERE attname = 'm' AND attrelid = 't'::regclass")) {
            assertThat(lines(new GuardWithoutSchema(), Dialect.POSTGRESQL, question.formatted(right)))
                    .as(right)
                    .isEmpty();
        }
        for (String wrong : List.of(
                "pg_type WHERE typname = 'm'",
                "pg_catalog.pg_class WHERE relname = 'm'",
                "pg_attribute WHERE attname = 'm'",
                "information_schema.columns WHERE table_name = 't' AND column_name = 'm'")) {
            assertThat(lines(new GuardWithoutSchema(), Dialect.POSTGRESQL, question.formatted(wrong)))
                    .as(wrong)
                    .containsExactly(2);
        }
    }

    @Test
    void anIndexMayBeBuiltBesideAnyNumberOfOthers() {
        String drop = """
                DROP INDEX CONCURRENTLY IF EXISTS public.i;
                """;
        String create = "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);";
        assertThat(lines(new GuardAcceptsInvalidIndex(), Dialect.POSTGRESQL, create))
                .containsExactly(1);
        assertThat(lines(new GuardAcceptsInvalidIndex(), Dialect.POSTGRESQL, drop + create))
                .isEmpty();
        assertThat(lines(new GuardAcceptsInvalidIndex(), Dialect.POSTGRESQL, create.replace("CONCURRENTLY ", "")))
                .isEmpty();
    }

    @Test
    void rerunFailsLeavesToTheGuardsWhatTheyTell() {
        ReviewedMigration reviewed =
                reviewed(Dialect.POSTGRESQL, "ALTER TABLE t ADD COLUMN IF NOT EXISTS a int, ADD COLUMN b int;");
        assertThat(new GuardCoversOneAction().remarks(reviewed)).hasSize(1);
        assertThat(reviewed.review().causes())
                .isNotEmpty()
                .allMatch(cause -> ToldByGuards.isTold(reviewed, cause.at()));
    }

    private static List<Integer> lines(ScriptRule rule, Dialect dialect, String script) {
        return rule.remarks(reviewed(dialect, script))
                .map(remark -> remark.at().startLine())
                .toList();
    }

    private static ReviewedMigration reviewed(Dialect dialect, String script) {
        RepoPath path = new RepoPath("script.sql");
        Program program = new Program(
                dialect,
                Mode.STATEMENT_BY_STATEMENT,
                List.of(new Operation.Written(script, new Place(0, script.length()))));
        Migration migration = new Migration(
                new MigrationId("1"),
                "",
                Kind.VERSIONED,
                List.of(),
                List.of(),
                List.of(),
                new ContentId(script),
                Optional.empty(),
                FileSpan.of(path));
        ReviewedMigration reviewed = new ReviewedMigration(
                migration, program, TwoRuns.onAnything(dialect, program.mode()).review(program));
        return reviewed.meeting(new Standing(dialect).clashes(reviewed.reading(), path));
    }
}
