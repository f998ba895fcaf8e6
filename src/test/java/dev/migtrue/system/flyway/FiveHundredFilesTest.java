package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.Row;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import dev.migtrue.testing.MariaDbServer;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the real Flyway stores of five hundred files on each kind of database, against what we say of the same files and read from the same
 * table.
 */
class FiveHundredFilesTest {

    @TempDir
    private static Path directory = Path.of("");

    /** A project, where it lies, and the classes that belong to it. */
    private record Project(String name, GeneratedScripts scripts, List<JavaMigration> classes) {}

    private static final List<Project> PROJECTS = List.of(
            new Project("usual", GeneratedProjects.usual(), List.of(new V5000__Fill_in_Java(), new R__Java_views())),
            new Project("configured", GeneratedProjects.configured(), List.of()),
            new Project("rebased", GeneratedProjects.rebased(), List.of()));

    @BeforeAll
    static void write() throws IOException {
        for (Project project : PROJECTS) {
            project.scripts().write(directory.resolve(project.name()));
        }
    }

    @Test
    void areFiveHundred() {
        assertThat(PROJECTS.stream()
                        .mapToInt(project -> project.scripts().size())
                        .sum())
                .isGreaterThan(500);
    }

    @Test
    void agreeOnPostgres() throws Exception {
        for (Project project : PROJECTS) {
            try (ServerDatabase database = PostgresServer.freshDatabase()) {
                assertAgreement(project, database.jdbcUrl());
            }
        }
    }

    @Test
    void agreeOnMariaDb() throws Exception {
        for (Project project : PROJECTS) {
            try (ServerDatabase database = MariaDbServer.freshDatabase()) {
                assertAgreement(project, database.jdbcUrl());
            }
        }
    }

    @Test
    void agreeOnSqlite() throws Exception {
        for (Project project : PROJECTS) {
            assertAgreement(project, "jdbc:sqlite:" + directory.resolve(project.name() + ".db") + "?synchronous=OFF");
        }
    }

    @Test
    void agreeOnH2() throws Exception {
        for (Project project : PROJECTS) {
            assertAgreement(project, "jdbc:h2:mem:" + project.name() + ";DB_CLOSE_DELAY=-1");
        }
    }

    private static void assertAgreement(Project project, String url) throws SQLException {
        migrate(project, url);
        InMemoryTree tree = project.scripts().tree();
        Layout layout = new FlywaySystem()
                .detect(tree).stream()
                        .filter(found -> found.project().folders().stream()
                                .anyMatch(folder -> folder.value().endsWith("db/migration")))
                        .findFirst()
                        .orElseThrow();
        assertAgreement(layout, tree, rows(url, layout.versionTable().name()));
    }

    private static void migrate(Project project, String url) {
        String resources = "filesystem:" + directory.resolve(project.name()).resolve(GeneratedScripts.RESOURCES);
        Flyway.configure()
                .loggers("slf4j")
                .configuration(project.scripts().properties())
                .dataSource(url, "", "")
                .locations(resources + "/db/migration", resources + "/extra")
                .javaMigrations(project.classes().toArray(JavaMigration[]::new))
                .load()
                .migrate();
    }

    private static void assertAgreement(Layout layout, InMemoryTree tree, List<Row> rows) {
        assertThat(layout.versionTable().required())
                .allMatch(column -> rows.getLast().get(column).isPresent() || column.matches("version|checksum"));
        List<Migration> files = layout.history(tree).migrations().stream()
                .filter(migration -> migration.kind() != Kind.UNDO)
                .toList();
        List<AppliedMigration> applied =
                layout.applied("history", rows, layout.history(tree)).migrations();
        List<String> stored = rows.stream()
                .filter(row -> !row.get("type").orElse("").matches("BASELINE|TABLE"))
                .map(FiveHundredFilesTest::stored)
                .toList();

        assertThat(applied)
                .extracting(AppliedMigration::id)
                .containsExactlyElementsOf(files.stream().map(Migration::id).toList());
        assertThat(applied).extracting(AppliedMigration::outcome).containsOnly(Outcome.SUCCEEDED);
        List<AppliedMigration> run = applied.stream()
                .filter(migration -> migration.evidence() == Evidence.RECORDED)
                .toList();
        List<Migration> runFiles = files.stream()
                .filter(file -> run.stream().anyMatch(row -> row.id().equals(file.id())))
                .toList();
        assertThat(runFiles.stream().map(file -> said(file, layout, tree))).containsExactlyElementsOf(stored);
        assertThat(run)
                .extracting(AppliedMigration::checksum)
                .containsExactlyElementsOf(runFiles.stream()
                        .map(file -> layout.checksum(file, tree))
                        .toList());
    }

    /** What Flyway stored: version or description, type, where the file is, and its checksum. */
    private static String stored(Row row) {
        return String.join(
                " | ",
                row.get("version")
                        .flatMap(Version::parse)
                        .map(Version::toString)
                        .orElse("R"),
                row.get("description").orElse(""),
                row.get("type").orElse(""),
                row.get("script").filter(script -> !script.contains("$")).orElse("class"),
                row.get("checksum").orElse("none"));
    }

    /** What we say of a file in the same words. */
    private static String said(Migration file, Layout layout, InMemoryTree tree) {
        String path = file.at().path().value();
        boolean isClass = path.endsWith(".java");
        String name = path.replaceFirst("^src/main/resources/(?:db/migration|extra)/", "");
        String type = isClass
                ? "JDBC"
                : Naming.isScript(file.at().path().name())
                        ? "SCRIPT"
                        : file.kind() == Kind.BASELINE ? "SQL_BASELINE" : "SQL";
        String version =
                file.kind() == Kind.REPEATABLE ? "R" : file.id().value().replaceFirst("^B", "");
        String description =
                file.description().length() > 200 ? file.description().substring(0, 197) + "..." : file.description();
        return String.join(
                " | ",
                version,
                description,
                type,
                isClass ? "class" : name,
                layout.checksum(file, tree).map(Checksum::value).orElse("none"));
    }

    private static List<Row> rows(String url, String table) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            String quote = connection.getMetaData().getIdentifierQuoteString();
            ResultSet result = statement.executeQuery("select * from " + quote + table + quote + " order by 1");
            while (result.next()) {
                SequencedMap<String, String> values = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String column = result.getMetaData().getColumnName(i);
                    Optional.ofNullable(result.getString(i)).ifPresent(value -> values.put(column, value));
                }
                rows.add(new Row(values));
            }
        }
        return rows;
    }

    /** Its source is among the files. */
    static final class V5000__Fill_in_Java extends BaseJavaMigration {
        @Override
        public void migrate(Context context) {}
    }

    /** Its source is among the files. */
    static final class R__Java_views extends BaseJavaMigration {
        @Override
        public void migrate(Context context) {}
    }
}
