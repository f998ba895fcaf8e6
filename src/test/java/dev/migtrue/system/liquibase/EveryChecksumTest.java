package dev.migtrue.system.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Row;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import dev.migtrue.testing.MariaDbServer;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every format and every edge of checksums that is known, in one project: each of its changesets has the checksum that a real update stores,
 * on four kinds of databases.
 */
class EveryChecksumTest {

    private static final Path TREE = Path.of("src/test/resources/systems/liquibase/checksums/tree");

    /** A class may make a checksum of its own, and any environment may hold any name. */
    private static final List<String> UNKNOWN =
            List.of("db/changelog/settings.xml::10::cy", "db/changelog/master.xml::undefined::ann");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void sqliteWasGivenOurs() throws Exception {
        assertThat(agreeing(TREE, "jdbc:sqlite:" + folder.resolve("app.db")))
                .size()
                .isEqualTo(57);
    }

    @Test
    void h2WasGivenOurs() throws Exception {
        assertThat(agreeing(TREE, "jdbc:h2:" + folder.resolve("app"))).size().isEqualTo(67);
    }

    @Test
    void postgresWasGivenOurs() throws Exception {
        try (ServerDatabase database = PostgresServer.freshDatabase()) {
            assertThat(agreeing(TREE, database.jdbcUrl())).size().isEqualTo(69);
        }
    }

    @Test
    void mariaDbWasGivenOurs() throws Exception {
        try (ServerDatabase database = MariaDbServer.freshDatabase()) {
            assertThat(agreeing(TREE, database.jdbcUrl())).size().isEqualTo(68);
        }
    }

    @Test
    void lineEndsAndByteOrderMarksMakeNoDifference() throws Exception {
        List<String> plain = agreeing(TREE, "jdbc:h2:" + folder.resolve("plain"));

        assertThat(agreeing(rewritten("\r\n"), "jdbc:h2:" + folder.resolve("windows")))
                .isEqualTo(plain);
        assertThat(agreeing(rewritten("\uFEFF"), "jdbc:h2:" + folder.resolve("marked")))
                .hasSameSizeAs(plain);
    }

    @Test
    void whatAnEarlierLiquibaseStoredIsAcceptedToo() throws Exception {
        // It knew neither local properties in what a changelog includes nor the parameters of a condition as 4.33.0
        // does, which refuses these
        // two itself; and a path of its own counted for a changeset in SQL.
        List<String> stored = Files.readAllLines(Path.of("src/test/resources/liquibase-4.21.1/checksums.tsv")).stream()
                .filter(line ->
                        !line.startsWith("s1\t") && !line.contains("its/own.xml") && !line.contains("sql/other.sql"))
                .toList();

        assertThat(agreeing(TREE, ChecksumsTest.rows(stored)))
                .hasSize(stored.size() - 1 - UNKNOWN.size())
                .allSatisfy(row -> assertThat(row).contains(" 8:"));
    }

    /** The tree with another line end, or with something in front of each changelog. */
    private Path rewritten(String with) throws IOException {
        Path copy = folder.resolve("copy" + with.length());
        try (Stream<Path> files = Files.walk(TREE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(TREE.relativize(file).toString());
                Files.createDirectories(target.getParent());
                String text = Files.readString(file);
                Files.writeString(target, with.isBlank() ? text.replace("\n", with) : marked(file, text, with));
            }
        }
        return copy;
    }

    private static String marked(Path file, String text, String mark) {
        return file.toString().endsWith(".xml") || file.toString().endsWith("formatted.sql") ? mark + text : text;
    }

    /** {@code ID CHECKSUM} of all that an update runs and whose checksum is known; each is equal, and the rest as expected. */
    private static List<String> agreeing(Path top, String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            new RealLiquibase(top, connection, "DATABASECHANGELOG").update("db/changelog/master.xml", 1000, "!never");
        }
        List<Row> rows;
        try (Connection connection = DriverManager.getConnection(url)) {
            rows = ChecksumsTest.rows(RealLiquibase.rows(connection, "DATABASECHANGELOG"));
        }
        return agreeing(top, rows);
    }

    private static List<String> agreeing(Path top, List<Row> rows) throws IOException {
        InMemoryTree tree = RecordedCasesTest.read(top);
        Layout layout = new LiquibaseSystem().detect(tree).getFirst();
        History history = layout.history(tree);
        List<String> agreeing = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (AppliedMigration row : layout.applied("x", rows, history).migrations()) {
            String stored = row.id() + " " + row.checksum().orElseThrow().value();
            Optional<String> ours = history.migrations().stream()
                    .filter(migration -> migration.id().equals(row.id()))
                    .flatMap(migration -> told(migration, row, layout, tree).stream())
                    .findFirst();
            (ours.equals(Optional.of(stored)) ? agreeing : others)
                    .add(ours.orElse(row.id().value()));
        }
        assertThat(others).containsExactlyInAnyOrderElementsOf(UNKNOWN);
        return agreeing;
    }

    /** What is stored, where we take it for right; otherwise what we would have stored. */
    private static Optional<String> told(Migration migration, AppliedMigration row, Layout layout, InMemoryTree tree) {
        return layout.checksum(migration, tree)
                .map(migration::withChecksum)
                .map(known -> known.accepting(layout.accepted(migration, tree)))
                .map(known -> row.checksum()
                        .filter(known::agreesWith)
                        .or(known::checksum)
                        .orElseThrow())
                .map(checksum -> row.id() + " " + checksum.value());
    }
}
