package dev.migtrue.language.sql.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.guarded.GuardedForm;
import dev.migtrue.language.sql.program.Caught;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausesTest {

    private static Review review(Dialect dialect, Mode mode, String script) {
        Operation all = new Operation.Written(script, new Place(0, script.length()));
        return TwoRuns.onAnything(dialect, mode).review(new Program(dialect, mode, List.of(all)));
    }

    /** One statement on each line. */
    private static List<String> causes(Dialect dialect, Mode mode, String statements) {
        return review(dialect, mode, statements.replace("; ", ";\n")).causes().stream()
                .map(cause -> cause.at().startLine() + " " + cause.kind() + " " + cause.object())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        CREATE TABLE a (id int); CREATE INDEX i ON a (id); ALTER TABLE a ADD COLUMN n int; CREATE TABLE b (id int) | 1 REFUSED a, 4 REFUSED b
        CREATE TABLE a (id int PRIMARY KEY); INSERT INTO a VALUES (1) | 1 REFUSED a
        ALTER TABLE a ADD COLUMN n int; CREATE INDEX ON b (c) | 1 REFUSED a.n, 2 UNNAMED b_c_idx1
        DROP TABLE a; DROP TABLE b | 1 REFUSED a, 2 REFUSED b
        ALTER TABLE a DROP COLUMN n; ALTER TABLE a ADD COLUMN m int | 1 REFUSED a.n, 2 REFUSED a.m
        INSERT INTO log (at) VALUES (now()); CREATE TYPE t AS ENUM ('a') | 1 INSERTED_AGAIN log, 2 REFUSED t
        DO $$ BEGIN INSERT INTO q VALUES (1); END $$ | 1 INSERTED_AGAIN q
        """)
    void eachRootIsToldOnceAndNothingThatFollows(String statements, String told) {
        assertThat(String.join(", ", causes(Dialect.POSTGRESQL, Mode.ONE_TRANSACTION, statements)))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DROP TABLE IF EXISTS a; CREATE TABLE a AS SELECT * FROM b
        ALTER TABLE a ADD COLUMN IF NOT EXISTS n int; UPDATE a SET n = n + 1; ALTER TABLE a DROP COLUMN n
        CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; DROP FUNCTION f()
        CREATE TEMP TABLE t (id int); INSERT INTO t VALUES (1)
        DELETE FROM a WHERE id = 1; INSERT INTO a (id) VALUES (1)
        ALTER TABLE a DISABLE TRIGGER ALL; ALTER TABLE a ENABLE TRIGGER ALL
        """)
    void whatIsUndoneBeforeTheEndIsNoCause(String statements) {
        assertThat(causes(Dialect.POSTGRESQL, Mode.ONE_TRANSACTION, statements)).isEmpty();
    }

    @Test
    void triggersThatAreSwitchedOffAndOnAreNotBlamedForRows() {
        String script = "ALTER TABLE a DISABLE TRIGGER ALL; UPDATE a SET n = n + 1; ALTER TABLE a ENABLE TRIGGER ALL";
        assertThat(causes(Dialect.POSTGRESQL, Mode.ONE_TRANSACTION, script)).containsExactly("2 UPDATED_AGAIN a");
    }

    @Test
    void rowsThatAQueryMadeOtherRowsOfAreNotGone() {
        String script =
                "CREATE TABLE n (id int, u int); INSERT INTO n (id, u) SELECT id, (SELECT id FROM users WHERE name = t.u)"
                        + " FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t";
        assertThat(causes(Dialect.SQLITE, Mode.STATEMENT_BY_STATEMENT, script)).containsExactly("4 CHANGED t");
    }

    @Test
    void dataIsDestroyedOnlyWhereTheRunIsNotUndone() {
        String script = "DROP TABLE IF EXISTS users; ALTER TABLE users_v2 RENAME TO users";
        assertThat(causes(Dialect.POSTGRESQL, Mode.ONE_TRANSACTION, script)).containsExactly("2 REFUSED users_v2");
        assertThat(causes(Dialect.POSTGRESQL, Mode.STATEMENT_BY_STATEMENT, script))
                .containsExactly("1 DESTROYED users", "2 REFUSED users_v2");
        assertThat(causes(Dialect.POSTGRESQL, Mode.STATEMENT_BY_STATEMENT, "BEGIN; " + script + "; COMMIT"))
                .containsExactly("3 REFUSED users_v2");
    }

    @Test
    void whatAttemptsDoNotCatchIsToldAndTheRunGoesOn() {
        Operation attempt = new Operation.Attempt(
                List.of(new Operation.Called("CREATE TABLE a (id int)", Span.START)),
                Caught.NONE,
                List.of(),
                Span.START);
        Operation next = new Operation.Called("CREATE TABLE b (id int)", Span.START);
        Program program = new Program(Dialect.SQLITE, Mode.STATEMENT_BY_STATEMENT, List.of(attempt, next));
        assertThat(TwoRuns.onAnything(Dialect.SQLITE, Mode.STATEMENT_BY_STATEMENT)
                        .review(program)
                        .causes())
                .extracting(Cause::object)
                .containsExactly("a", "b");
    }

    @Test
    void aStopIsToldBehindTheStatementThatIsKept() {
        String helper = "CREATE TABLE t (id int);\nDROP TABLE t;";
        assertThat(review(Dialect.MYSQL, Mode.ONE_TRANSACTION, helper).stop()).hasValueSatisfying(stop -> {
            assertThat(stop.behind().startLine()).isEqualTo(1);
            assertThat(stop.cause().kind()).isEqualTo(Cause.Kind.REFUSED);
        });
        assertThat(review(Dialect.POSTGRESQL, Mode.ONE_TRANSACTION, helper).stop())
                .isEmpty();
    }

    @Test
    void guardedFormsOfCallsHaveNoPlaceInTheFile() {
        Operation called = new Operation.Called("CREATE TABLE a (id int)", Span.START);
        Program program = new Program(Dialect.POSTGRESQL, Mode.ONE_TRANSACTION, List.of(called));
        assertThat(TwoRuns.onAnything(Dialect.POSTGRESQL, Mode.ONE_TRANSACTION)
                        .review(program)
                        .causes())
                .flatExtracting(Cause::forms)
                .singleElement()
                .returns("CREATE TABLE IF NOT EXISTS a", GuardedForm::words)
                .returns(false, GuardedForm::isMechanical);
    }

    @Test
    void nothingIsToldOfScriptsThatNobodyKnowsOrThatNeverRun() {
        assertThat(causes(Dialect.POSTGRESQL, Mode.ONE_TRANSACTION, "CREATE TABLE a (id int); SELECT unknown_of_us()"))
                .isEmpty();
        assertThat(causes(Dialect.MYSQL, Mode.ONE_TRANSACTION, "ALTER TABLE a ADD COLUMN IF NOT EXISTS n int"))
                .isEmpty();
    }

    /** Whatever servers found to fail or to change something has a cause, and nothing else has one that a run itself would show. */
    @Test
    void everyMeasuredChangeHasACause() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Measurement measurement : Measurement.all()) {
            Mode mode = measurement.how().equals("transaction") ? Mode.ONE_TRANSACTION : Mode.STATEMENT_BY_STATEMENT;
            String script = measurement.parts().getOrDefault("script", "");
            Operation all = new Operation.Written(script, new Place(0, script.length()));
            Review review = TwoRuns.after(measurement.parts().getOrDefault("before", ""), measurement.dialect(), mode)
                    .review(new Program(measurement.dialect(), mode, List.of(all)));
            boolean isCaused = review.causes().stream().anyMatch(cause -> isOfRun(cause.kind()));
            boolean isExpected =
                    review.verdict() instanceof Verdict.Fails || review.verdict() instanceof Verdict.Mutates;
            if (isExpected ? review.causes().isEmpty() : isCaused) {
                wrong.add(review + " of " + measurement);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isOfRun(Cause.Kind kind) {
        return switch (kind) {
            case ROWS_OF_OTHERS_LOST, GRANTS_LOST, DEPENDENTS_LOST, COUNTER_MOVED -> false;
            default -> true;
        };
    }
}
