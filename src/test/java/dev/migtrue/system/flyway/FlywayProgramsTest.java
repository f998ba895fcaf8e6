package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is run of Flyway's files, and in which transactions. */
class FlywayProgramsTest {

    private static final String FILE = "db/migration/V1__a.sql";

    @Test
    void aFileIsOneTransaction() {
        assertThat(of(tree("create table a (id int);")).orElseThrow().mode()).isEqualTo(Mode.ONE_TRANSACTION);
    }

    @Test
    void theFileBesideOneMayRefuseIt() {
        InMemoryTree tree = tree("select 1;").with(FILE + ".conf", "executeInTransaction=false\n");

        assertThat(of(tree).orElseThrow().mode()).isEqualTo(Mode.STATEMENT_BY_STATEMENT);
    }

    @Test
    void theSettingsMayRefuseItForAll() {
        InMemoryTree tree = tree("select 1;")
                .with("flyway.conf", "flyway.locations=filesystem:db/migration\nflyway.executeInTransaction=false\n");

        assertThat(of(tree).orElseThrow().mode()).isEqualTo(Mode.STATEMENT_BY_STATEMENT);
        assertThat(of(tree.with(FILE + ".conf", "executeInTransaction=true\n"))
                        .orElseThrow()
                        .mode())
                .isEqualTo(Mode.ONE_TRANSACTION);
    }

    @Test
    void whatNoTransactionTakesIsRunApart() {
        assertThat(of(tree("create index concurrently i on a (id);"))
                        .orElseThrow()
                        .mode())
                .isEqualTo(Mode.STATEMENT_BY_STATEMENT);
    }

    @Test
    void knownPlaceholdersAreFilledInAndOthersStay() {
        InMemoryTree tree = tree("create table ${owner}_a (id int default ${start});")
                .with("flyway.conf", "flyway.locations=filesystem:db/migration\nflyway.placeholders.owner=app\n");

        Operation.Written written =
                (Operation.Written) of(tree).orElseThrow().operations().getFirst();
        assertThat(written.file()).isEqualTo("create table app_a (id int default ${start});");
    }

    @Test
    void whatIsNoSqlIsNotRead() {
        InMemoryTree tree = tree("select 1;").with("db/migration/V0__b.py", "print(1)");

        assertThat(of(tree)).isEmpty();
    }

    private static InMemoryTree tree(String text) {
        return InMemoryTree.of(Map.of(FILE, text));
    }

    /** What the first migration does. */
    private static Optional<Program> of(InMemoryTree tree) {
        Layout layout = new FlywaySystem().detect(tree).getFirst();
        return layout.program(layout.history(tree).migrations().getFirst(), tree, Dialect.POSTGRESQL);
    }
}
