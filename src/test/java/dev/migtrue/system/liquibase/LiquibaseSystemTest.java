package dev.migtrue.system.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.History;
import dev.migtrue.model.Manifest;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Row;
import dev.migtrue.model.Span;
import dev.migtrue.model.UnreadFile;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiquibaseSystemTest {

    private static final String MASTER = "src/main/resources/db/changelog/db.changelog-master.xml";

    @Test
    void theRootIsTheOneThatAConfigurationNames() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "app/src/main/resources/application.properties",
                """
                        spring.liquibase.change-log=classpath:/sql/all.xml
                        spring.liquibase.database-change-log-table=changes
                        spring.liquibase.liquibase-schema=meta
                        """,
                "app/src/main/resources/sql/all.xml",
                changelog("<include file=\"sql/one.xml\"/>"),
                "app/src/main/resources/sql/one.xml",
                changelog(changeSet("1", "ann", "a"))));

        Layout layout = only(tree);

        assertThat(ids(layout, tree)).containsExactly("sql/one.xml::1::ann");
        assertThat(layout.versionTable().name()).isEqualTo("changes");
        assertThat(layout.versionTable().schema()).contains("meta");
        assertThat(layout.project().folders()).containsExactly(new RepoPath("app/src/main/resources/sql"));
    }

    @Test
    void aBuildFileNamesARootToo() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "pom.xml",
                "<changeLogFile>src/main/resources/all.xml</changeLogFile>",
                "src/main/resources/all.xml",
                changelog(changeSet("1", "ann", "a"))));

        assertThat(ids(only(tree), tree)).containsExactly("src/main/resources/all.xml::1::ann");
    }

    @Test
    void withoutAConfigurationItIsTheOneThatNothingIncludes() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                MASTER,
                changelog("<includeAll path=\"changes\" relativeToChangelogFile=\"true\"/>"),
                "src/main/resources/db/changelog/changes/2.yaml",
                "databaseChangeLog:\n- changeSet:\n    id: 2\n    author: ann\n    changes:\n    - sql: {sql: select 2}\n",
                "src/main/resources/db/changelog/changes/1.sql",
                "--liquibase formatted sql\n--changeset ann:1\nselect 1;\n",
                "src/main/resources/db/changelog/changes/README.md",
                "x"));

        assertThat(ids(only(tree), tree))
                .containsExactly("db/changelog/changes/1.sql::1::ann", "db/changelog/changes/2.yaml::2::ann");
        assertThat(only(tree).history(tree).ordering()).isEqualTo(Ordering.LENIENT);
    }

    @Test
    void severalRootsAreSeveralUses() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "a/" + MASTER,
                changelog(changeSet("1", "ann", "a")),
                "b/" + MASTER,
                changelog(changeSet("1", "ann", "b")),
                "b/src/test/resources/db/changelog/test-changelog.xml",
                changelog(changeSet("1", "ann", "t"))));

        assertThat(new LiquibaseSystem().detect(tree))
                .extracting(layout -> layout.project().root().value())
                .containsExactly("a/src/main/resources/db/changelog", "b/src/main/resources/db/changelog");
    }

    @Test
    void otherXmlIsNotTakenForAChangelog() {
        assertThat(new LiquibaseSystem()
                        .detect(InMemoryTree.of(Map.of(
                                "changelog.xml", "<releases/>",
                                "CHANGELOG.json", "{}",
                                "db/changelog.sql", "create table a (id int);"))))
                .isEmpty();
    }

    @Test
    void whatIsAddedToAFileLeavesTheOthersAsTheyWere() {
        InMemoryTree before = master(changeSet("1", "ann", "a"));
        InMemoryTree after = master(changeSet("1", "ann", "a") + changeSet("2", "ann", "b"));
        InMemoryTree laidOut = master(changeSet("1", "ann", "a").replace("><", ">\r\n  <!-- x --><"));
        InMemoryTree edited = master(changeSet("1", "ann", "other"));

        assertThat(first(after).content()).isEqualTo(first(before).content());
        assertThat(first(laidOut).content()).isEqualTo(first(before).content());
        assertThat(first(edited).content()).isNotEqualTo(first(before).content());
        assertThat(first(after).at().span().startLine()).isEqualTo(1);
    }

    @Test
    void aFileThatAChangesetRunsBelongsToIt() {
        InMemoryTree tree = master(
                "<changeSet id=\"1\" author=\"ann\"><sqlFile path=\"a.sql\" relativeToChangelogFile=\"true\"/></changeSet>");
        String file = "src/main/resources/db/changelog/a.sql";

        assertThat(first(tree.with(file, "select 1")).content())
                .isNotEqualTo(first(tree.with(file, "select 2")).content());
    }

    @Test
    void oneIdForSeveralDatabasesOrContextsIsOneMigration() {
        assertThat(ids(master(form("context=\"mysql\"", "a") + form("context=\"postgresql\"", "b"))))
                .hasSize(1);
        assertThat(ids(master(form("dbms=\"mysql\"", "a") + form("dbms=\"postgresql,h2\"", "b"))))
                .hasSize(1);
        assertThat(ids(master(form("dbms=\"!h2\"", "a") + form("dbms=\"h2\"", "b"))))
                .hasSize(1);
        assertThat(ids(master(form("labels=\"x\"", "a") + form("", "b")))).hasSize(1);
    }

    @Test
    void oneIdTwiceInOneRunIsTwoMigrations() {
        assertThat(ids(master(form("", "a") + form("", "b")))).hasSize(2);
        assertThat(ids(master(form("dbms=\"h2\"", "a") + form("", "b")))).hasSize(2);
        assertThat(ids(master(form("dbms=\"h2,mysql\"", "a") + form("dbms=\"mysql\"", "b"))))
                .hasSize(2);
    }

    @Test
    void aChangelogThatCannotBeReadIsSaid() {
        InMemoryTree tree = master("<include file=\"b.xml\" relativeToChangelogFile=\"true\"/>")
                .with("src/main/resources/db/changelog/b.xml", "<databaseChangeLog><changeSet>");
        History history = only(tree).history(tree);

        assertThat(history.migrations()).isEmpty();
        assertThat(history.unread()).singleElement().satisfies(file -> {
            assertThat(file.at().path().name()).isEqualTo("b.xml");
            assertThat(file.reason()).isEqualTo("<changeSet> is never closed");
        });
    }

    @Test
    void aRowIsFoundWhateverFolderLiquibaseWasStartedIn() {
        InMemoryTree tree = master(changeSet("1", "ann", "a"));

        assertThat(applied(tree, row("classpath:DB/changelog\\db.changelog-master.xml", "1", "Ann", "EXECUTED"))
                        .id()
                        .value())
                .isEqualTo("db/changelog/db.changelog-master.xml::1::ann");
        assertThat(applied(tree, row(MASTER, "1", "ann", "RERAN")).id().value())
                .isEqualTo("db/changelog/db.changelog-master.xml::1::ann");
        assertThat(applied(tree, row("other/x.xml", "1", "ann", "EXECUTED"))
                        .id()
                        .value())
                .isEqualTo("other/x.xml::1::ann");
    }

    @Test
    void aRowTellsHowTheRunEnded() {
        InMemoryTree tree = master(changeSet("1", "ann", "a"));

        assertThat(applied(tree, row(MASTER, "1", "ann", "MARK_RAN")).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(applied(tree, row(MASTER, "1", "ann", "FAILED")).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(only(tree)
                        .applied(
                                "x",
                                List.of(row(MASTER, "1", "ann", "SKIPPED")),
                                only(tree).history(tree))
                        .migrations())
                .isEmpty();
        assertThat(only(tree)
                        .applied(
                                "x",
                                List.of(row("liquibase-internal", "1", "liquibase", "EXECUTED")),
                                only(tree).history(tree))
                        .migrations())
                .isEmpty();
    }

    @Test
    void aChecksumThatLiquibaseNoLongerComparesIsNone() {
        Row row = row(MASTER, "1", "ann", "EXECUTED");
        InMemoryTree tree = master(changeSet("1", "ann", "a"));

        assertThat(applied(tree, with(row, "7:abc")).checksum()).isEmpty();
        assertThat(applied(tree, with(row, "8:abc")).checksum()).isPresent();
        assertThat(applied(tree, row).checksum()).isEmpty();
    }

    @Test
    void thePathIsThatOfTheNearestChangelogThatGivesOne() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                MASTER,
                "<databaseChangeLog logicalFilePath=\"all.xml\">"
                        + "<include file=\"a.xml\" relativeToChangelogFile=\"true\" logicalFilePath=\"no.xml\"/>"
                        + "<include file=\"b.xml\" relativeToChangelogFile=\"true\"/>"
                        + "<include file=\"c.sql\" relativeToChangelogFile=\"true\"/>"
                        + "<include file=\"d.sql\" relativeToChangelogFile=\"true\"/></databaseChangeLog>",
                beside("a.xml"),
                changelog(changeSet("1", "ann", "a")),
                beside("b.xml"),
                "<databaseChangeLog logicalFilePath=\"b\">" + changeSet("1", "ann", "b") + "</databaseChangeLog>",
                beside("c.sql"),
                "--liquibase formatted sql\n--changeset ann:1 logicalFilePath:its/own.sql\nselect 1;",
                beside("d.sql"),
                "select 1;"));

        assertThat(ids(tree))
                .containsExactly(
                        "all.xml::1::ann", "b::1::ann", "all.xml::1::ann", "db/changelog/d.sql::raw::includeAll");
    }

    @Test
    void aPathThatAnIncludeGivesHoldsForAllBehindIt() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                MASTER,
                changelog("<include file=\"a.xml\" relativeToChangelogFile=\"true\" logicalFilePath=\"far.xml\"/>"),
                beside("a.xml"),
                changelog(changeSet("1", "ann", "a") + "<include file=\"b.xml\" relativeToChangelogFile=\"true\"/>"),
                beside("b.xml"),
                changelog(changeSet("2", "ann", "b"))));

        assertThat(ids(tree)).containsExactly("far.xml::1::ann", "far.xml::2::ann");
    }

    @Test
    void contextsOfAnIncludeKeepChangesetsOfOneIdApart() {
        String same = "<databaseChangeLog logicalFilePath=\"same.xml\">" + changeSet("1", "ann", "a")
                + "</databaseChangeLog>";
        Map<String, String> files = Map.of(
                MASTER,
                changelog("<include file=\"a.xml\" relativeToChangelogFile=\"true\" context=\"test\"/>"
                        + "<include file=\"b.xml\" relativeToChangelogFile=\"true\" labels=\"live\"/>"),
                beside("a.xml"),
                same,
                beside("b.xml"),
                same);
        Map<String, String> unconditional = new HashMap<>(files);
        unconditional.put(
                MASTER,
                changelog("<include file=\"a.xml\" relativeToChangelogFile=\"true\"/>"
                        + "<include file=\"b.xml\" relativeToChangelogFile=\"true\"/>"));

        assertThat(ids(InMemoryTree.of(files))).containsExactly("same.xml::1::ann");
        assertThat(ids(InMemoryTree.of(unconditional))).containsExactly("same.xml::1::ann", "same.xml::1::ann");
    }

    @Test
    void anIncludeAllGoesAsDeepAsItSays() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                MASTER,
                changelog("<includeAll path=\"x\" relativeToChangelogFile=\"true\" minDepth=\"2\" maxDepth=\"2\"/>"),
                beside("x/a.sql"),
                "select 1;",
                beside("x/y/b.sql"),
                "select 2;",
                beside("x/y/z/c.sql"),
                "select 3;"));

        assertThat(ids(tree)).containsExactly("db/changelog/x/y/b.sql::raw::includeAll");
    }

    @Test
    void whatAClassIsToChooseIsSaidToBeUnread() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                MASTER,
                changelog("<includeAll path=\"x\" relativeToChangelogFile=\"true\" filter=\"com.example.Mine\"/>"),
                beside("x/a.sql"),
                "select 1;"));

        assertThat(only(tree).history(tree).unread())
                .extracting(UnreadFile::reason)
                .containsExactly("which files of 'x' it includes, only the class 'com.example.Mine' can tell");
    }

    @Test
    void includesAreFollowedHoweverTheyAreWritten() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "db/changelog/master.yaml",
                """
                        databaseChangeLog:
                          - include:
                              - file: a.xml
                              - relativeToChangelogFile: true
                          - modifyChangeSets:
                              runWith: psql
                              include: {file: b.xml, relativeToChangelogFile: true}
                        """,
                "db/changelog/a.xml",
                changelog(changeSet("1", "ann", "a")),
                "db/changelog/b.xml",
                changelog(changeSet("2", "ann", "b"))));

        assertThat(ids(tree)).containsExactly("db/changelog/a.xml::1::ann", "db/changelog/b.xml::2::ann");
    }

    @Test
    void whatMayLieInALibraryIsUnreadAndNotAbsent() {
        InMemoryTree tree = master("<include file=\"org/example/library/changes.xml\"/>"
                + "<include file=\"db/changelog/gone.xml\"/>" + changeSet("1", "ann", "a"));
        History history = only(tree).history(tree);

        assertThat(history.unread())
                .extracting(UnreadFile::reason)
                .singleElement()
                .asString()
                .contains("library");
        assertThat(history.manifest().absent())
                .extracting(Manifest.Absent::named)
                .containsExactly("db/changelog/gone.xml");
    }

    @Test
    void fewOfAFolderAreForgottenMostOfItIsNot() {
        String one = changelog("<include file=\"x/a.xml\" relativeToChangelogFile=\"true\"/>");
        Map<String, String> files = new HashMap<>(Map.of(
                MASTER,
                one,
                beside("x/a.xml"),
                changelog(changeSet("1", "ann", "a")),
                beside("x/b.xml"),
                changelog(changeSet("2", "ann", "b"))));

        assertThat(unlisted(files)).containsExactly("src/main/resources/db/changelog/x/b.xml");
        files.put(beside("x/c.xml"), changelog(changeSet("3", "ann", "c")));
        assertThat(unlisted(files)).isEmpty();
    }

    @Test
    void whatTheMachineFillsInIsTold() {
        Map<String, String> files = new HashMap<>(Map.of(
                MASTER,
                changelog(
                        "<changeSet id=\"1\" author=\"ann\">\n<sql>select '${Path}', '${my.path}'</sql></changeSet>")));

        InMemoryTree tree = InMemoryTree.of(files);
        assertThat(only(tree).history(tree).machineValues()).singleElement().satisfies(value -> {
            assertThat(value.written()).isEqualTo("${Path}");
            assertThat(value.teller()).isEqualTo("the environment");
            assertThat(value.at().span()).isEqualTo(new Span(2, 14, 2, 21));
        });
        Map<String, String> configurations = Map.of(
                "src/main/resources/application.yml",
                "spring:\n  liquibase:\n    parameters:\n      path: x\n",
                "liquibase.properties",
                "parameter.PATH: x\n",
                "pom.xml",
                "<project><!-- liquibase --><expressionVars><property><name>path</name><value>x</value></property>"
                        + "</expressionVars></project>",
                "build.gradle",
                "liquibase { activities { main { changelogParameters([ 'path': 'x' ]) } } }");
        configurations.forEach((name, text) -> {
            Map<String, String> configured = new HashMap<>(files);
            configured.put(name, text);
            InMemoryTree with = InMemoryTree.of(configured);
            assertThat(only(with).history(with).machineValues()).as(name).isEmpty();
        });
    }

    private static List<String> unlisted(Map<String, String> files) {
        InMemoryTree tree = InMemoryTree.of(files);
        return only(tree).history(tree).manifest().unlisted().stream()
                .map(file -> file.file().value())
                .toList();
    }

    private static String beside(String name) {
        return "src/main/resources/db/changelog/" + name;
    }

    private static Row row(String path, String id, String author, String how) {
        return Row.of(Map.of("filename", path, "id", id, "author", author, "exectype", how));
    }

    private static Row with(Row row, String checksum) {
        Map<String, String> values = new HashMap<>(row.values());
        values.put("md5sum", checksum);
        return Row.of(values);
    }

    private static AppliedMigration applied(InMemoryTree tree, Row row) {
        return only(tree)
                .applied("x", List.of(row), only(tree).history(tree))
                .migrations()
                .getFirst();
    }

    private static InMemoryTree master(String inside) {
        return InMemoryTree.of(Map.of(MASTER, changelog(inside)));
    }

    private static String form(String condition, String table) {
        return "<changeSet id=\"1\" author=\"ann\" %s><dropTable tableName=\"%s\"/></changeSet>"
                .formatted(condition, table);
    }

    private static String changeSet(String id, String author, String table) {
        return "<changeSet id=\"%s\" author=\"%s\"><dropTable tableName=\"%s\"/></changeSet>"
                .formatted(id, author, table);
    }

    private static String changelog(String inside) {
        return "<databaseChangeLog>" + inside + "</databaseChangeLog>";
    }

    private static Layout only(InMemoryTree tree) {
        List<Layout> layouts = new LiquibaseSystem().detect(tree);
        assertThat(layouts).hasSize(1);
        return layouts.getFirst();
    }

    private static Migration first(InMemoryTree tree) {
        return only(tree).history(tree).migrations().getFirst();
    }

    private static List<String> ids(InMemoryTree tree) {
        return ids(only(tree), tree);
    }

    private static List<String> ids(Layout layout, InMemoryTree tree) {
        return layout.history(tree).migrations().stream()
                .map(migration -> migration.id().value())
                .toList();
    }
}
