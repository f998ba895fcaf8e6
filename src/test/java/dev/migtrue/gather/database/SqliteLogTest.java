package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied.Obstacle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever state a writer left an SQLite file in, its last commit is read and its folder is left as it was. */
class SqliteLogTest {

    @TempDir
    private Path temporary;

    private SqliteFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = new SqliteFolder(Files.createDirectory(temporary.resolve("my 100% #folder?")));
    }

    @Test
    void noLockIsHeldAfterwards() throws SQLException {
        folder.write("create table alembic_version (version_num text)");
        try (Database database = folder.database("app.db")) {
            database.read(SqliteFolder.TABLE);
        }
        try (Connection writer = folder.connect("app.db")) {
            SqliteFolder.execute(
                    writer, "pragma busy_timeout = 0", "begin exclusive", "drop table alembic_version", "commit");
        }

        assertThat(folder.read("app.db")).isEqualTo(new TableRead.NoTable());
    }

    @Test
    void aDatabaseThatWasShutDownWithALogIsRead() {
        folder.write(
                "pragma journal_mode = wal",
                "create table alembic_version (version_num text)",
                "insert into alembic_version values ('a')");

        assertThat(folder.files()).containsOnlyKeys(".", "app.db");
        assertThat(folder.read("app.db")).isEqualTo(SqliteFolder.row("a"));
    }

    @Test
    void whatIsInTheLogOnlyIsReadWhileAWriterIsAtWork() throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SqliteWriter.class.getName(),
                        folder.path().resolve("app.db").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(writer.getInputStream().read()).isEqualTo('!');

            assertThat(folder.files()).containsOnlyKeys(".", "app.db", "app.db-shm", "app.db-wal");
            assertThat(folder.read("app.db")).isEqualTo(SqliteFolder.row("a"));
        } finally {
            writer.getOutputStream().close();
            writer.waitFor();
        }
    }

    @Test
    void whatIsInTheLogOnlyIsReadAfterACrash() throws IOException, SQLException {
        crash("app.db-wal", "app.db-shm");

        assertThat(folder.read("app.db")).isEqualTo(SqliteFolder.row("a"));
    }

    @Test
    void whatIsInTheLogOnlyIsReadWhereTheIndexOfTheLogIsLost() throws IOException, SQLException {
        crash("app.db-wal");

        assertThat(folder.read("app.db")).isEqualTo(SqliteFolder.row("a"));
    }

    @Test
    void anIndexWithoutItsLogIsLeftAlone() throws IOException, SQLException {
        crash("app.db-shm");

        assertThat(folder.read("app.db")).isEqualTo(new TableRead.NoTable());
    }

    @Test
    void whatACrashLeftHalfDoneIsNotUndoneByUs() throws IOException, SQLException {
        folder.write("create table alembic_version (version_num text)");
        Path origin = Files.createDirectory(temporary.resolve("origin"));
        Files.copy(folder.path().resolve("app.db"), origin.resolve("app.db"));
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + origin.resolve("app.db"))) {
            SqliteFolder.execute(
                    writer,
                    "pragma cache_size = 1",
                    "begin",
                    "create table big (a text)",
                    "insert into big with recursive n (i) as (select 1 union all select i + 1 from n where i < 500)"
                            + " select hex(randomblob(1000)) from n");
            Files.copy(origin.resolve("app.db-journal"), folder.path().resolve("app.db-journal"));
            Files.delete(folder.path().resolve("app.db"));
            Files.copy(origin.resolve("app.db"), folder.path().resolve("app.db"));
        }

        assertThat(folder.read("app.db"))
                .isEqualTo(SqliteFolder.refused(
                        "needs recovery after a crash, open it once with its own program: app.db"));
    }

    @Test
    void aLinkIsFollowedToWhereTheLogIs() throws IOException, SQLException {
        crash("app.db-wal", "app.db-shm");
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createSymbolicLink(elsewhere.resolve("link.db"), folder.path().resolve("app.db"));

        assertThat(folder.read("sqlite:///" + elsewhere.resolve("link.db"), SqliteFolder.TABLE))
                .isEqualTo(SqliteFolder.row("a"));
    }

    @Test
    void aFileThatIsWrittenToMeanwhileIsNotTrusted() throws SQLException {
        folder.write("pragma journal_mode = wal", "create table alembic_version (version_num text)");
        try (Database database = folder.database("app.db")) {
            database.read(SqliteFolder.TABLE);
            folder.write("insert into alembic_version values ('b')");

            assertThat(database.read(SqliteFolder.TABLE))
                    .isEqualTo(new TableRead.NotRead(Obstacle.UNREACHABLE, "written to while it was read: app.db"));
        }
    }

    /** Leaves in the folder what a program would that was killed after its first commit. */
    private void crash(String... companions) throws IOException, SQLException {
        Path origin = Files.createDirectory(temporary.resolve("origin"));
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + origin.resolve("app.db"))) {
            SqliteFolder.execute(
                    writer,
                    "pragma journal_mode = wal",
                    "create table alembic_version (version_num text)",
                    "insert into alembic_version values ('a')");
            Files.copy(origin.resolve("app.db"), folder.path().resolve("app.db"));
            for (String companion : companions) {
                Files.copy(origin.resolve(companion), folder.path().resolve(companion));
            }
        }
    }
}
