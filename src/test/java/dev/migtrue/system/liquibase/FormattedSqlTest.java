package dev.migtrue.system.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Kind;
import dev.migtrue.model.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import liquibase.change.core.RawSQLChange;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.ChangeLogParseException;
import liquibase.parser.core.formattedsql.FormattedSqlChangeLogParser;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormattedSqlTest {

    @Test
    void aHeaderBeginsAChangeset() {
        List<ChangeSet> changeSets = changeSets(read("""
                -- liquibase formatted sql
                --changeset ann:1 dbms:postgresql,h2 context:"a and b"
                --comment: first
                create table a (id int);

                -- CHANGESET "ann b":"2 c" runOnChange:TRUE logicalFilePath:x/y.sql
                select ${name};
                """));

        assertThat(changeSets).extracting(ChangeSet::id).containsExactly("1", "2 c");
        assertThat(changeSets).extracting(ChangeSet::author).containsExactly("ann", "ann b");
        assertThat(changeSets).extracting(ChangeSet::kind).containsExactly(Kind.VERSIONED, Kind.REPEATABLE);
        assertThat(changeSets.getFirst().when()).isEqualTo(new When("postgresql,h2", "a and b", ""));
        assertThat(changeSets.getFirst().at()).isEqualTo(new Span(2, 1, 4, 25));
        assertThat(changeSets.getFirst().text()).doesNotContain("first");
        assertThat(changeSets.getLast().logicalPath()).contains("x/y.sql");
        assertThat(changeSets.getLast().placeholders()).containsExactly("name");
    }

    @Test
    void whatIsIgnoredHoldsNoChangeset() {
        assertThat(changeSets(read("""
                --liquibase formatted sql
                --ignoreLines:start
                --changeset ann:1
                --ignoreLines:end
                --ignoreLines:1
                --changeset ann:2
                --changeset ann:3
                """))).extracting(ChangeSet::id).containsExactly("3");
    }

    @Test
    void aHeaderThatLiquibaseTakesForACommentIsASlip() {
        for (String header : List.of(
                "--change set ann:2",
                "---changeset ann:2",
                "#changeset ann:2",
                "/* changeset ann:2 */",
                "--chageset ann:2")) {
            Changelog.Read read =
                    read("--liquibase formatted sql\n--changeset ann:1\nselect 1;\n" + header + "\nselect 2;\n");

            assertThat(read.slips())
                    .as(header)
                    .extracting(Changelog.Slip::problem)
                    .containsExactly("liquibase takes '" + header + "' for a comment of the changeset before it");
            assertThat(read.slips().getFirst().at().startLine()).isEqualTo(4);
            assertThat(changeSets(read)).hasSize(1);
        }
    }

    @Test
    void aHeaderForWhichLiquibaseRefusesTheFileIsASlip() {
        for (String header : List.of("--changeset ann", "-changeset ann:1", "--changeset ann: 1")) {
            assertThat(read("--liquibase formatted sql\n" + header + "\nselect 2;\n")
                            .slips())
                    .as(header)
                    .extracting(Changelog.Slip::problem)
                    .containsExactly("liquibase refuses the whole file: '" + header + "' names no changeset");
        }
    }

    @Test
    void whatLiquibaseDoesWithALineIsWhatWeSayOfIt(@TempDir Path folder) throws Exception {
        for (String line : List.of(
                "--changeset ann:2",
                "  --  changeset  ann:2 dbms:h2",
                "--changesets ann:2",
                "--changeset",
                "--changeset ann",
                "--changeset ann: 2",
                "-changeset ann:2",
                " -changeset ann:2",
                "---changeset ann:2",
                "--change set ann:2",
                "--changset ann:2",
                "#changeset ann:2",
                "-- comments: a",
                "-comment a",
                "-validCheckSum a",
                "-rollback select 1",
                "-preconditions onFail:HALT",
                "-precondition-sql-check expectedResult:0 select 0",
                "-ignoreLines:1",
                "--ignore:1",
                "--property name:a",
                "-property name:a value:b",
                "--property name:a value:b",
                "--liquibase formatted sql",
                "-- just a comment",
                "select 1;")) {
            assertThat(ours("--changeset ann:1\nselect 0;\n" + line + "\nselect 9;\n"))
                    .as(line)
                    .isEqualTo(real(folder, "--changeset ann:1\nselect 0;\n" + line + "\nselect 9;\n"));
        }
        for (String line : List.of("--comment: a", "-- a comment", "/*\ncreate table a (b int);\n*/", "")) {
            assertThat(ours(line + "\n--changeset ann:1\nselect 0;\n"))
                    .as(line)
                    .isEqualTo(real(folder, line + "\n--changeset ann:1\nselect 0;\n"));
        }
    }

    @Test
    void aStatementBeforeTheFirstChangesetIsDropped(@TempDir Path folder) throws Exception {
        String text = "set search_path = app;\ncreate table a (id int);\n--changeset ann:1\nselect 0;\n";

        assertThat(read("--liquibase formatted sql\n" + text).slips())
                .extracting(Changelog.Slip::problem)
                .containsExactly("liquibase drops 'set search_path = app;': no changeset has begun");
        assertThat(parsed(folder, text).getChangeSets().getFirst().getChanges())
                .hasSize(1)
                .allSatisfy(
                        change -> assertThat(((RawSQLChange) change).getSql()).isEqualTo("select 0;"));
    }

    /** The changesets, or that the file is refused. */
    private static String ours(String text) {
        Changelog.Read read = read("--liquibase formatted sql\n" + text);
        return read.slips().stream().anyMatch(slip -> slip.problem().contains("refuses"))
                ? "refused"
                : changeSets(read).stream().map(ChangeSet::id).toList().toString();
    }

    private static String real(Path folder, String text) throws Exception {
        try {
            return parsed(folder, text).getChangeSets().stream()
                    .map(liquibase.changelog.ChangeSet::getId)
                    .toList()
                    .toString();
        } catch (ChangeLogParseException e) {
            return "refused";
        }
    }

    private static DatabaseChangeLog parsed(Path folder, String text) throws Exception {
        Files.writeString(folder.resolve("a.sql"), "--liquibase formatted sql\n" + text);
        return new FormattedSqlChangeLogParser()
                .parse("a.sql", new ChangeLogParameters(), new DirectoryResourceAccessor(folder));
    }

    @Test
    void ordinaryCommentsAreNone() {
        assertThat(read("""
                --liquibase formatted sql
                --changeset ann:1
                -- change settings: none
                -- the changes set here: all of them
                -- changing sets of rows, e.g. a:b
                select 1;
                """).slips()).isEmpty();
    }

    @Test
    void withoutTheFirstLineTheWholeFileIsOneChangeset() {
        Changelog changelog =
                FormattedSql.read("-- our tables\n--liquibase formatted sql\n--changeset ann:1\nselect 1;\n");

        assertThat(changelog).isInstanceOfSatisfying(Changelog.Plain.class, plain -> {
            assertThat(plain.whole().id()).isEqualTo("raw");
            assertThat(plain.slips()).hasSize(1);
            assertThat(plain.slips().getFirst().at().startLine()).isEqualTo(3);
        });
        assertThat(FormattedSql.read("create table a (id int);\n"))
                .isInstanceOfSatisfying(
                        Changelog.Plain.class,
                        plain -> assertThat(plain.slips()).isEmpty());
    }

    private static Changelog.Read read(String text) {
        return (Changelog.Read) FormattedSql.read(text);
    }

    private static List<ChangeSet> changeSets(Changelog.Read read) {
        return read.entries().stream()
                .filter(ChangeSet.class::isInstance)
                .map(ChangeSet.class::cast)
                .toList();
    }
}
