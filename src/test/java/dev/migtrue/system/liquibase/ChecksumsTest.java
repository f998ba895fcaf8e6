package dev.migtrue.system.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Row;
import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our checksums against those that a real update stores. */
class ChecksumsTest {

    private static final Path FORMATS = Path.of("src/test/resources/systems/liquibase/formats/tree");
    private static final String CHANGELOG = "db/changelog/db.changelog-master.xml";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyFormatHasTheChecksumThatSqliteWasGiven() throws Exception {
        assertAllAgree(update("jdbc:sqlite:" + folder.resolve("app.db")));
    }

    @Test
    void everyFormatHasTheChecksumThatPostgresWasGiven() throws Exception {
        try (ServerDatabase database = PostgresServer.freshDatabase()) {
            assertAllAgree(update(
                    "jdbc:postgresql://localhost:%d/%s?user=postgres".formatted(database.port(), database.name())));
        }
    }

    private static List<Row> update(String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            new RealLiquibase(FORMATS.resolve("src/main/resources"), connection, "DATABASECHANGELOG")
                    .update("db/changelog/master.yaml", 1000, "!never");
        }
        try (Connection connection = DriverManager.getConnection(url)) {
            return rows(RealLiquibase.rows(connection, "DATABASECHANGELOG"));
        }
    }

    private static void assertAllAgree(List<Row> rows) throws Exception {
        InMemoryTree tree = RecordedCasesTest.read(FORMATS);
        Layout layout = new LiquibaseSystem().detect(tree).getFirst();
        History history = layout.history(tree);
        Applied.Known applied = layout.applied("x", rows, history);

        assertThat(applied.migrations()).hasSize(13).allSatisfy(row -> {
            Migration file = only(history, row.id());
            assertThat(layout.checksum(file, tree)).as(row.id().value()).isPresent();
            assertThat(row.differsFrom(completed(file, layout, tree)))
                    .as(row.id().value())
                    .isFalse();
        });
        assertThat(applied.migrations())
                .filteredOn(
                        row -> layout.checksum(only(history, row.id()), tree).equals(row.checksum()))
                .hasSize(13);
    }

    @Test
    void whatAnEarlierLiquibaseStoredIsAcceptedToo() throws Exception {
        List<Row> rows = rows(Files.readAllLines(Path.of("src/test/resources/liquibase-4.21.1/rows.tsv")));
        InMemoryTree tree = RecordedCasesTest.read(FORMATS);
        Layout layout = new LiquibaseSystem().detect(tree).getFirst();
        History history = layout.history(tree);

        List<AppliedMigration> applied = layout.applied("x", rows, history).migrations();

        assertThat(applied).hasSize(13).allSatisfy(row -> {
            assertThat(row.checksum().orElseThrow().value()).startsWith("8:");
            assertThat(row.differsFrom(completed(only(history, row.id()), layout, tree)))
                    .as(row.id().value())
                    .isFalse();
        });
    }

    @Test
    void anEditShows() {
        InMemoryTree tree = project("<sql>select 1</sql>");
        InMemoryTree edited = project("<sql>select 2</sql>");
        InMemoryTree laidOut = project("<sql>\n  select\n1</sql>");

        assertThat(checksum(tree)).isPresent().isNotEqualTo(checksum(edited)).isEqualTo(checksum(laidOut));
    }

    @Test
    void whatTheEnvironmentWouldFillInIsNotKnown() {
        assertThat(checksum(project("<sql>select '${HOME}'</sql>"))).isEmpty();
        assertThat(checksum(project("<sql>select '${user.name}'</sql>"))).isEmpty();
    }

    @Test
    void aPropertyThatHasTheNameOfAnEnvironmentVariableIsTheChangelogs() {
        InMemoryTree named = project("<sql>select 'here'</sql>");
        InMemoryTree filled = InMemoryTree.of(Map.of(
                CHANGELOG,
                changelog("<property name=\"path\" value=\"here\"/>" + changeSet("<sql>select '${path}'</sql>"))));

        assertThat(checksum(filled)).isPresent().isEqualTo(checksum(named));
    }

    @Test
    void aPropertyThatDependsOnTheContextIsNotKnown() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                CHANGELOG,
                changelog("<property name=\"x\" value=\"1\" context=\"a\"/>" + changeSet("<sql>select ${x}</sql>"))));

        assertThat(checksum(tree)).isEmpty();
    }

    @Test
    void whatAChangesetAllowsIsAccepted() {
        InMemoryTree any = project("<validCheckSum>1:any</validCheckSum><sql>select 1</sql>");
        InMemoryTree one =
                project("<validCheckSum>9:00000000000000000000000000000000</validCheckSum><sql>select 1</sql>");

        assertThat(checksum(any)).isEmpty();
        assertThat(completed(one).agreesWith(new Checksum("liquibase-md5", "9:00000000000000000000000000000000")))
                .isTrue();
    }

    @Test
    void aChangeThatLiquibaseDoesNotKnowHidesNoOtherFile() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                CHANGELOG,
                changelog("<include file=\"a.xml\" relativeToChangelogFile=\"true\"/>"
                        + "<include file=\"b.xml\" relativeToChangelogFile=\"true\"/>"),
                "db/changelog/a.xml",
                changelog(changeSet("<pro:createFunction xmlns:pro=\"p\" functionName=\"f\">x</pro:createFunction>")),
                "db/changelog/b.xml",
                changelog(changeSet("<sql>select 1</sql>"))));
        Layout layout = new LiquibaseSystem().detect(tree).getFirst();
        List<Migration> migrations = layout.history(tree).migrations();

        assertThat(migrations)
                .extracting(migration -> migration.id().value())
                .containsExactly("db/changelog/a.xml::1::ann", "db/changelog/b.xml::1::ann");
        assertThat(layout.checksum(migrations.getFirst(), tree)).isEmpty();
        assertThat(layout.checksum(migrations.getLast(), tree)).isPresent();
    }

    @Test
    void noClassThatAChangelogNamesIsLoaded() {
        InMemoryTree tree = project("<customChange class=\"dev.migtrue.system.liquibase.ChecksumsTest$Trap\"/>");

        assertThat(checksum(tree)).isEmpty();
        assertThat(System.getProperty("trap")).isNull();
    }

    /** What must not run. */
    static final class Trap {
        static {
            System.setProperty("trap", "sprung");
        }
    }

    private static Optional<Checksum> checksum(InMemoryTree tree) {
        return completed(tree).checksum();
    }

    private static Migration completed(InMemoryTree tree) {
        Layout layout = new LiquibaseSystem().detect(tree).getFirst();
        return completed(layout.history(tree).migrations().getFirst(), layout, tree);
    }

    private static Migration completed(Migration migration, Layout layout, Tree tree) {
        return layout.checksum(migration, tree)
                .map(checksum -> migration.withChecksum(checksum).accepting(layout.accepted(migration, tree)))
                .orElse(migration);
    }

    private static Migration only(History history, MigrationId id) {
        return history.migrations().stream()
                .filter(migration -> migration.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static InMemoryTree project(String changes) {
        return InMemoryTree.of(Map.of(CHANGELOG, changelog(changeSet(changes))));
    }

    private static String changeSet(String changes) {
        return "<changeSet id=\"1\" author=\"ann\">" + changes + "</changeSet>";
    }

    private static String changelog(String inside) {
        return "<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\">" + inside
                + "</databaseChangeLog>";
    }

    private static List<Row> rows(List<String> lines) {
        String[] columns = lines.getFirst().split("\t", -1);
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] values = line.split("\t", -1);
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < columns.length; i++) {
                        if (!values[i].equals("\\N")) {
                            row.put(columns[i], values[i]);
                        }
                    }
                    return Row.of(row);
                })
                .collect(Collectors.toList());
    }
}
