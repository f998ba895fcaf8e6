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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Comparator;
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

    private static final Path SPRUNG = Path.of(
            System.getProperty("java.io.tmpdir"),
            "trap-" + ProcessHandle.current().pid());

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
        return update(FORMATS.resolve("src/main/resources"), "db/changelog/master.yaml", url);
    }

    private static List<Row> update(Path searchPath, String changelog, String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            new RealLiquibase(searchPath, connection, "DATABASECHANGELOG").update(changelog, 1000, "!never");
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
    void anEnvironmentVariableComesBeforeThePropertyOfItsName() throws Exception {
        String defined = changelog(
                "<property name=\"path\" value=\"here\"/>" + changeSet("<output target=\"DEBUG\">${path}</output>"));
        Path file = folder.resolve(CHANGELOG);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                defined.replace(
                        "dbchangelog\">",
                        "dbchangelog\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\""
                                + "http://www.liquibase.org/xml/ns/dbchangelog"
                                + " http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd\">"));

        List<Row> rows = update(folder, CHANGELOG, "jdbc:sqlite:" + folder.resolve("app.db"));

        assertThat(rows.getFirst().get("md5sum"))
                .isNotEqualTo(checksum(project("<output target=\"DEBUG\">here</output>"))
                        .map(Checksum::value));
        assertThat(checksum(InMemoryTree.of(Map.of(CHANGELOG, defined)))).isEmpty();
    }

    @Test
    void aValueThatOnlyALaterFileGivesIsNotKnown() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                CHANGELOG,
                changelog("<include file=\"a.xml\" relativeToChangelogFile=\"true\"/>"
                        + "<property name=\"x\" value=\"1\"/>"),
                "db/changelog/a.xml",
                changelog(changeSet("<sql>select ${x}</sql>"))));

        assertThat(checksum(tree)).isEmpty();
    }

    @Test
    void aValueThatTwoFilesGiveDifferentlyIsNotKnown() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                CHANGELOG,
                changelog("<property name=\"x\" value=\"1\"/>"
                        + "<include file=\"a.xml\" relativeToChangelogFile=\"true\"/>"),
                "db/changelog/a.xml",
                changelog("<property name=\"x\" value=\"2\"/>" + changeSet("<sql>select ${x}</sql>"))));

        assertThat(checksum(tree)).isEmpty();
    }

    @Test
    void aLocalValueIsNoneElsewhere() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                CHANGELOG,
                changelog("<include file=\"a.xml\" relativeToChangelogFile=\"true\"/>"
                        + "<include file=\"b.xml\" relativeToChangelogFile=\"true\"/>"),
                "db/changelog/a.xml",
                changelog("<property name=\"x\" value=\"1\" global=\"false\"/>"),
                "db/changelog/b.xml",
                changelog(changeSet("<sql>select ${x}</sql>"))));

        assertThat(checksum(tree)).isEmpty();
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
    void aChangeThatLiquibaseDoesNotKnowHidesNoOtherChangeset() {
        for (String change : List.of(
                "<pro:createFunction xmlns:pro=\"p\" functionName=\"f\">x</pro:createFunction>",
                "<ext:moveSequence xmlns:ext=\"e\" a=\"b\"><ext:c d=\"e\"/></ext:moveSequence><sql>select 0</sql>",
                "<customChange class=\"com.example.Change\"><param name=\"a\" value=\"b\"/></customChange>")) {
            InMemoryTree tree = InMemoryTree.of(Map.of(
                    CHANGELOG,
                    changelog(
                            "<includeAll path=\"none\" errorIfMissingOrEmpty=\"false\" filter=\"com.example.Filter\"/>"
                                    + changeSet(change)
                                    + "<changeSet id=\"2\" author=\"ann\"><sql>select 1</sql></changeSet>")));
            Layout layout = new LiquibaseSystem().detect(tree).getFirst();
            List<Migration> migrations = layout.history(tree).migrations();

            assertThat(migrations).as(change).hasSize(2);
            assertThat(layout.checksum(migrations.getFirst(), tree)).as(change).isEmpty();
            assertThat(layout.checksum(migrations.getLast(), tree)).as(change).isPresent();
        }
    }

    @Test
    void noClassThatAChangelogNamesIsLoaded() {
        String trap = "dev.migtrue.system.liquibase.ChecksumsTest$Trap";
        for (String inside : List.of(
                changeSet("<customChange class=\"" + trap + "\"><param name=\"a\" value=\"b\"/></customChange>"),
                changeSet(
                        "<preConditions><customPrecondition className=\"" + trap + "\"/></preConditions><sql>x</sql>"),
                changeSet("<sql>x</sql><rollback><customChange class=\"" + trap + "\"/></rollback>"),
                "<includeAll path=\".\" filter=\"" + trap + "\" resourceComparator=\"" + trap + "\"/>"
                        + changeSet("<sql>x</sql>"))) {
            InMemoryTree tree = InMemoryTree.of(Map.of(CHANGELOG, changelog(inside)));
            checksum(tree);

            assertThat(SPRUNG).as(inside).doesNotExist();
        }
    }

    /** What must not run. */
    public static final class Trap implements Comparator<String> {
        static {
            try {
                Files.createFile(SPRUNG);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int compare(String one, String other) {
            return one.compareTo(other);
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

    static List<Row> rows(List<String> lines) {
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
