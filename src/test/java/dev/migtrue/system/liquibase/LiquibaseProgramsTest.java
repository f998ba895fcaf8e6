package dev.migtrue.system.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is run of changesets, and in which transactions. */
class LiquibaseProgramsTest {

    @Test
    void aChangesetInSqlIsItsOwnPartOfTheFile() {
        String text = """
                --liquibase formatted sql
                --changeset ann:1 runInTransaction:false
                create table a (id int);
                --rollback drop table a;
                --changeset ann:2
                create table b (id int);
                """;
        List<Program> programs = of("db/changelog/a.sql", text, Dialect.POSTGRESQL);

        assertThat(programs)
                .extracting(Program::mode)
                .containsExactly(Mode.STATEMENT_BY_STATEMENT, Mode.ONE_TRANSACTION);
        assertThat(written(programs.getFirst())).contains("table a").doesNotContain("table b");
        assertThat(written(programs.getLast())).contains("table b").doesNotContain("table a");
    }

    @Test
    void aChangesetForOtherDatabasesDoesNothing() {
        String text = "--liquibase formatted sql\n--changeset ann:1 dbms:mysql\ncreate table a (id int);\n";

        assertThat(of("db/changelog/a.sql", text, Dialect.POSTGRESQL).getFirst().operations())
                .isEmpty();
        assertThat(of("db/changelog/a.sql", text, Dialect.MYSQL).getFirst().operations())
                .hasSize(1);
        assertThat(of("db/changelog/a.sql", text, Dialect.ANSI).getFirst().dialect())
                .isEqualTo(Dialect.MYSQL);
    }

    @Test
    void whatAsksFirstAndCountsAsRunOtherwiseIsGuarded() {
        Program program = xml("""
                <preConditions onFail="MARK_RAN"><not><tableExists tableName="a"/></not></preConditions>
                <createTable tableName="a"><column name="id" type="int"/></createTable>
                """);

        Operation.Guarded guarded = (Operation.Guarded) program.operations().getFirst();
        assertThat(guarded.guard())
                .isEqualTo(new Guard.All(List.of(new Guard.Not(
                        new Guard.All(List.of(new Guard.Exists(ObjectKind.TABLE, "a", Optional.empty())))))));
        assertThat(guarded.then())
                .singleElement()
                .isInstanceOfSatisfying(
                        Operation.Called.class,
                        called -> assertThat(called.sql())
                                .containsIgnoringCase("create table")
                                .contains("a"));
    }

    @Test
    void whatFailsOtherwiseIsNotGuarded() {
        Program program = xml("""
                <preConditions><not><columnExists tableName="a" columnName="b"/></not></preConditions>
                <dropColumn tableName="a" columnName="c"/>
                """);

        assertThat(program.operations()).singleElement().isInstanceOf(Operation.Called.class);
    }

    @Test
    void yamlAsksInTheSameWords() {
        String text = """
                databaseChangeLog:
                  - changeSet:
                      id: 1
                      author: ann
                      preConditions:
                        - onFail: MARK_RAN
                        - columnExists:
                            tableName: a
                            columnName: b
                      changes:
                        - sql: {sql: alter table a drop column b}
                """;
        Program program = of("db/changelog/db.changelog-master.yaml", text, Dialect.POSTGRESQL)
                .getFirst();

        assertThat(((Operation.Guarded) program.operations().getFirst()).guard())
                .isEqualTo(new Guard.All(List.of(new Guard.Exists(ObjectKind.COLUMN, "b", Optional.of("a")))));
    }

    @Test
    void codeOfTheProjectIsNotUnderstood() {
        assertThat(xml("<customChange class=\"a.B\"/>").operations())
                .singleElement()
                .isInstanceOf(Operation.Unrecognized.class);
    }

    private static Program xml(String inside) {
        return of(
                        "db/changelog/db.changelog-master.xml",
                        "<databaseChangeLog><changeSet id=\"1\" author=\"ann\">" + inside
                                + "</changeSet></databaseChangeLog>",
                        Dialect.POSTGRESQL)
                .getFirst();
    }

    private static String written(Program program) {
        Operation.Written written = (Operation.Written) program.operations().getFirst();
        return written.place().in(written.file());
    }

    private static List<Program> of(String path, String text, Dialect dialect) {
        InMemoryTree tree = InMemoryTree.of(Map.of(path, text));
        Layout layout = new LiquibaseSystem().detect(tree).getFirst();
        return layout.history(tree).migrations().stream()
                .map(migration -> layout.program(migration, tree, dialect).orElseThrow())
                .toList();
    }
}
