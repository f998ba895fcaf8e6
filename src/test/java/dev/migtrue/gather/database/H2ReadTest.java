package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Row;
import dev.migtrue.model.VersionTable;
import dev.migtrue.testing.Program;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H2ReadTest {

    private static final VersionTable ALEMBIC = alembic(Optional.empty());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileIsReadWithoutATraceBesideIt() throws IOException, SQLException {
        make("app", "create table alembic_version (version_num text)", "create user bob password 'c4n@ry'");
        Map<String, FileTime> before = files();

        assertThat(read("jdbc:h2:./app;USER=sa")).isEqualTo(new TableRead.Rows("ALEMBIC_VERSION", List.of()));
        assertThat(read("jdbc:h2:./app;USER=bob;PASSWORD=c4n@ry"))
                .isEqualTo(refused("not enough rights for object \"PUBLIC.ALEMBIC_VERSION\": ./app"));
        assertThat(read("jdbc:h2:./app;USER=bob;PASSWORD=other"))
                .isEqualTo(refused("wrong user name or password: ./app"));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatIsNotThereIsNotMade() throws IOException {
        assertThat(read("jdbc:h2:./app;USER=sa")).isEqualTo(refused("no such file: ./app.mv.db"));
        assertThat(files()).isEmpty();
    }

    @Test
    void theSchemaOfTheAddressComesFirst() throws SQLException {
        make(
                "app",
                "create table alembic_version (version_num text)",
                "create schema shop",
                "create table shop.alembic_version (version_num text)",
                "insert into shop.alembic_version values ('in shop')");
        List<Row> inShop = List.of(Row.of(Map.of("version_num", "in shop")));

        assertThat(read("jdbc:h2:./app;USER=sa")).isEqualTo(new TableRead.Rows("ALEMBIC_VERSION", List.of()));
        assertThat(read("jdbc:h2:./app;USER=sa;SCHEMA=SHOP")).isEqualTo(new TableRead.Rows("ALEMBIC_VERSION", inShop));
        assertThat(read("jdbc:h2:./app;USER=sa", alembic(Optional.of("shop"))))
                .isEqualTo(new TableRead.Rows("SHOP.ALEMBIC_VERSION", inShop));
    }

    @Test
    void aProgramThatHasItOpenIsNamedAsTheReason() throws SQLException, IOException {
        make("app", "create table alembic_version (version_num text)");
        try (Connection application = DriverManager.getConnection("jdbc:h2:" + folder.resolve("app") + ";USER=sa")) {
            assertThat(application.isValid(1)).isTrue();
            Program.Run run = Program.run(
                    folder,
                    Map.of(),
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-cp",
                    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                            .map(entry -> Path.of(entry).toAbsolutePath().toString())
                            .collect(Collectors.joining(File.pathSeparator)),
                    H2ReadTest.class.getName(),
                    folder.toString());

            assertThat(run.output().strip())
                    .as(run.errors())
                    .isEqualTo("NotRead[obstacle=UNREACHABLE, reason=locked by a program that has it open: ./app]");
        }
    }

    /** Another process, as H2 lets connections of one process share a file. */
    public static void main(String... arguments) {
        System.out.println(read("jdbc:h2:./app;USER=sa", ALEMBIC, Path.of(arguments[0])));
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void aFileOfAnotherVersionSaysSo(int format) throws IOException {
        try (InputStream written = H2ReadTest.class.getResourceAsStream("h2-format-" + format + ".mv.db.gz");
                InputStream plain = new GZIPInputStream(written)) {
            Files.copy(plain, folder.resolve("old.mv.db"));
        }

        assertThat(read("jdbc:h2:./old;USER=sa"))
                .isEqualTo(refused("written by another version of H2, in its format " + format + ": ./old"));
    }

    @Test
    void whatIsNoDatabaseSaysSo() throws IOException, SQLException {
        Files.writeString(folder.resolve("junk.mv.db"), "no database at all\n".repeat(1000));
        Files.writeString(folder.resolve("old.h2.db"), "of long ago");
        Files.createDirectory(folder.resolve("dir.mv.db"));
        Files.createFile(folder.resolve("empty.mv.db"));
        try (Connection secret =
                DriverManager.getConnection("jdbc:h2:" + folder.resolve("secret") + ";CIPHER=AES", "sa", "file user")) {
            assertThat(secret.isValid(1)).isTrue();
        }

        assertThat(read("jdbc:h2:./junk;USER=sa")).isEqualTo(refused("damaged H2 database, or none at all: ./junk"));
        assertThat(read("jdbc:h2:./old;USER=sa"))
                .isEqualTo(refused("written by H2 1.3, whose files no later version reads: ./old.h2.db"));
        assertThat(read("jdbc:h2:./dir;USER=sa")).isEqualTo(refused("not a regular file: ./dir.mv.db"));
        assertThat(read("jdbc:h2:./empty;USER=sa")).isEqualTo(refused("an empty file: ./empty.mv.db"));
        assertThat(read("jdbc:h2:./secret;USER=sa;PASSWORD=user"))
                .isEqualTo(refused("an encrypted H2 database, whose address must say CIPHER: ./secret"));
        assertThat(read("jdbc:h2:./secret;USER=sa;CIPHER=AES;PASSWORD=wrong user"))
                .isEqualTo(refused("the password of the encrypted file is wrong: ./secret"));
        assertThat(read("jdbc:h2:./secret;USER=sa;CIPHER=AES;PASSWORD=file user"))
                .isEqualTo(new TableRead.NoTable());
    }

    @Test
    void aServerIsReadToo() throws SQLException {
        make("app", "create table alembic_version (version_num text)");
        Server server = Server.createTcpServer("-tcpPort", "0", "-baseDir", folder.toString())
                .start();
        try {
            String place = "localhost:" + server.getPort();
            assertThat(read("jdbc:h2:tcp://" + place + "/./app;USER=sa"))
                    .isEqualTo(new TableRead.Rows("ALEMBIC_VERSION", List.of()));
            assertThat(read("jdbc:h2:tcp://" + place + "/./app;USER=sa;PASSWORD=other"))
                    .isEqualTo(refused(place + ": wrong user name or password"));
            assertThat(read("jdbc:h2:tcp://" + place + "/./nowhere;USER=sa"))
                    .isInstanceOfSatisfying(
                            TableRead.NotRead.class,
                            unread -> assertThat(unread.obstacle()).isEqualTo(Obstacle.REFUSED));
            assertThat(folder.resolve("nowhere.mv.db")).doesNotExist();
        } finally {
            server.stop();
        }
        assertThat(read("jdbc:h2:tcp://localhost:" + server.getPort() + "/./app;USER=sa"))
                .isEqualTo(new TableRead.NotRead(
                        Obstacle.UNREACHABLE, "localhost:" + server.getPort() + ": connection refused"));
    }

    private void make(String name, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve(name) + ";USER=sa")) {
            for (String sql : statements) {
                connection.createStatement().execute(sql);
            }
        }
    }

    private Map<String, FileTime> files() throws IOException {
        Map<String, FileTime> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                files.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    private static VersionTable alembic(Optional<String> schema) {
        return new VersionTable(schema, "alembic_version", List.of("version_num"), List.of(), List.of("version_num"));
    }

    private static TableRead refused(String reason) {
        return new TableRead.NotRead(Obstacle.REFUSED, reason);
    }

    private TableRead read(String address) {
        return read(address, ALEMBIC);
    }

    private TableRead read(String address, VersionTable table) {
        return read(address, table, folder);
    }

    private static TableRead read(String address, VersionTable table, Path folder) {
        try (Database database =
                new JdbiDatabase(DatabaseName.DEFAULT, DatabaseAddress.parse(address, folder), TriedEngine.PATIENT)) {
            return database.read(table);
        }
    }
}
