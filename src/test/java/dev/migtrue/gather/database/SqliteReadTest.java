package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.Row;
import dev.migtrue.model.VersionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an SQLite file holds, reading it leaves its folder as it was. */
class SqliteReadTest {

    @TempDir
    private Path temporary;

    private SqliteFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = new SqliteFolder(Files.createDirectory(temporary.resolve("my 100% #folder?")));
    }

    @Test
    void rowsComeInTheTablesOrder() {
        folder.write(
                "create table Alembic_Version (version_num text, note text)",
                "insert into alembic_version values ('b', null), ('a', 'first'), (3, x'41')");

        assertThat(folder.read("app.db"))
                .isEqualTo(new TableRead.Rows(
                        "Alembic_Version",
                        List.of(
                                Row.of(Map.of("version_num", "3", "note", "A")),
                                Row.of(Map.of("version_num", "a", "note", "first")),
                                Row.of(Map.of("version_num", "b")))));
    }

    @Test
    void aTableThatIsNotThereIsNoTable() {
        folder.write("create table other (version_num text)");

        assertThat(folder.read("app.db")).isEqualTo(new TableRead.NoTable());
    }

    @Test
    void anEmptyFileIsAnEmptyDatabase() throws IOException {
        Files.createFile(folder.path().resolve("app.db"));

        assertThat(folder.read("app.db")).isEqualTo(new TableRead.NoTable());
    }

    @Test
    void aLookAlikeIsDescribedByItsColumns() {
        folder.write("create table alembic_version (id int)");

        assertThat(folder.read("app.db"))
                .isEqualTo(SqliteFolder.refused(
                        "table alembic_version is not the expected one: it has columns id; expected version_num"));
    }

    @Test
    void aMissingFileIsNotCreated() {
        assertThat(folder.read("missing.db")).isEqualTo(SqliteFolder.refused("no such file: missing.db"));
    }

    @Test
    void aMissingFolderIsNotCreated() {
        assertThat(folder.read("not/there.db")).isEqualTo(SqliteFolder.refused("no such file: not/there.db"));
    }

    @Test
    void aFolderIsNoDatabase() throws IOException {
        Files.createDirectory(folder.path().resolve("data"));

        assertThat(folder.read("data")).isEqualTo(SqliteFolder.refused("a folder, not a file: data"));
    }

    @Test
    void anythingElseIsNoDatabase() throws IOException {
        Files.writeString(folder.path().resolve("app.db"), "create table alembic_version (version_num text);\n");
        Files.writeString(folder.path().resolve("short.db"), "x");

        assertThat(folder.read("app.db")).isEqualTo(SqliteFolder.refused("not an SQLite database: app.db"));
        assertThat(folder.read("short.db")).isEqualTo(SqliteFolder.refused("not an SQLite database: short.db"));
    }

    @Test
    void aTruncatedFileIsDamaged() throws IOException {
        folder.write("create table alembic_version (version_num text)", "insert into alembic_version values ('a')");
        byte[] whole = Files.readAllBytes(folder.path().resolve("app.db"));
        Files.write(folder.path().resolve("page.db"), Arrays.copyOf(whole, 4096));
        Files.write(folder.path().resolve("half.db"), Arrays.copyOf(whole, 700));
        Files.write(folder.path().resolve("header.db"), Arrays.copyOf(whole, 17));

        assertThat(folder.read("page.db")).isEqualTo(SqliteFolder.refused("damaged SQLite database: page.db"));
        assertThat(folder.read("half.db")).isEqualTo(SqliteFolder.refused("damaged SQLite database: half.db"));
        assertThat(folder.read("header.db"))
                .isEqualTo(SqliteFolder.refused("not an SQLite database, or an encrypted one: header.db"));
    }

    @Test
    void garbageBehindTheHeaderIsDamage() throws IOException {
        folder.write("create table alembic_version (version_num text)");
        byte[] bytes = Files.readAllBytes(folder.path().resolve("app.db"));
        Arrays.fill(bytes, 100, 4096, (byte) 0x5a);
        Files.write(folder.path().resolve("app.db"), bytes);

        assertThat(folder.read("app.db")).isEqualTo(SqliteFolder.refused("damaged SQLite database: app.db"));
    }

    @Test
    void aLockedFileIsWaitedForAndGivenUp() throws SQLException {
        folder.write("create table alembic_version (version_num text)");
        try (Connection writer = folder.connect("app.db")) {
            SqliteFolder.execute(writer, "begin exclusive");

            assertThat(folder.read("app.db"))
                    .isEqualTo(new TableRead.NotRead(Obstacle.UNREACHABLE, "locked by another process: app.db"));
        }
    }

    @Test
    void aNamedSchemaMeansNothingHere() {
        folder.write("create table alembic_version (version_num text)");
        VersionTable inPublic = new VersionTable(
                Optional.of("public"), "alembic_version", List.of("version_num"), List.of(), List.of("version_num"));

        assertThat(folder.read("sqlite:///app.db", inPublic))
                .isEqualTo(new TableRead.Rows("alembic_version", List.of()));
    }
}
