package dev.migtrue.system.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import dev.migtrue.testing.InMemoryTree;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is run of a file, and in which transactions, tool by tool. */
class ProgramTest {

    @Test
    void dbmateRunsEachWayThereAndNoWayBack() {
        Program program = of(
                "dbmate",
                "db/migrations/1_a.sql",
                "-- migrate:up\nselect 1;\n-- migrate:down\nselect 2;\n-- migrate:up\nselect 3;\n-- migrate:down\n",
                Dialect.POSTGRESQL);

        assertThat(text(program)).contains("select 1", "select 3").doesNotContain("select 2");
        assertThat(program.mode()).isEqualTo(Mode.ONE_TRANSACTION);
    }

    @Test
    void filesMayRefuseATransaction() {
        assertThat(mode("dbmate", "m/1_a.sql", "-- migrate:up transaction:false\nselect 1;\n-- migrate:down\n"))
                .isEqualTo(Mode.STATEMENT_BY_STATEMENT);
        assertThat(mode("goose", "m/1_a.sql", "-- +goose NO TRANSACTION\n-- +goose Up\nselect 1;\n"))
                .isEqualTo(Mode.STATEMENT_BY_STATEMENT);
        assertThat(mode("goose", "m/1_a.sql", "-- +goose Up\nselect 1;\n")).isEqualTo(Mode.ONE_TRANSACTION);
        assertThat(mode(
                        "tern",
                        "m/1_a.sql",
                        "---- tern: disable-tx ----\nselect 1;\n---- create above / drop below ----\nselect 2;\n"))
                .isEqualTo(Mode.STATEMENT_BY_STATEMENT);
    }

    @Test
    void whatAWayBackWantsDoesNotCount() {
        assertThat(mode(
                        "dbmate",
                        "m/1_a.sql",
                        "-- migrate:up\nselect 1;\n-- migrate:down transaction:false\nselect 2;\n"))
                .isEqualTo(Mode.ONE_TRANSACTION);
    }

    @Test
    void gooseTakesWhatStandsBetweenItsMarksForOneStatement() {
        Program program = of(
                "goose",
                "m/1_a.sql",
                "-- +goose Up\n-- +goose StatementBegin\nselect 1; select 2;\n-- +goose StatementEnd\n-- +goose Down\nselect 3;\n",
                Dialect.ANSI);

        assertThat(text(program)).contains("select 1; select 2;").doesNotContain("select 3");
    }

    @Test
    void ternStopsAtItsLine() {
        String file = "select 1;\n---- create above / drop below ----\nselect 2;\n";

        assertThat(text(of("tern", "m/1_a.sql", file, Dialect.POSTGRESQL)))
                .contains("select 1")
                .doesNotContain("select 2");
    }

    @Test
    void golangMigrateSendsOneMessageAndTheDatabaseDecides() {
        assertThat(of("golang-migrate", "m/1_a.up.sql", "select 1;", Dialect.POSTGRESQL)
                        .mode())
                .isEqualTo(Mode.ONE_TRANSACTION);
        assertThat(of("golang-migrate", "m/1_a.up.sql", "select 1;", Dialect.MYSQL)
                        .mode())
                .isEqualTo(Mode.STATEMENT_BY_STATEMENT);
    }

    private static Mode mode(String tool, String path, String text) {
        return of(tool, path, text, Dialect.POSTGRESQL).mode();
    }

    private static String text(Program program) {
        return program.operations().stream()
                .map(operation -> (Operation.Written) operation)
                .map(written -> written.place().in(written.file()))
                .collect(Collectors.joining());
    }

    private static Program of(String tool, String path, String text, Dialect dialect) {
        InMemoryTree tree = InMemoryTree.of(Map.of(path, text));
        MigrationSystem system = KeyedTools.ALL.stream()
                .filter(each -> each.name().equals(tool))
                .findFirst()
                .orElseThrow();
        Layout layout = system.detect(tree).getFirst();
        return layout.program(layout.history(tree).migrations().getFirst(), tree, dialect)
                .orElseThrow();
    }
}
