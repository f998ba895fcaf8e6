package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Row;
import dev.migtrue.model.VersionTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever state a file is in, reading it leaves its folder as it was. */
class SqliteTest {

    private static final VersionTable TABLE = new VersionTable(
            Optional.empty(), "alembic_version", List.of("version_num"), List.of("note"), List.of("version_num"));

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("my 100% #folder?"));
    }

    @Test
    void rowsComeInTheTablesOrder() {
        write(
                "create table Alembic_Version (version_num text, note text)",
                "insert into alembic_version values ('b', null), ('a', 'first'), (3, x'41')");

        assertThat(read("app.db"))
                .isEqualTo(new TableRead.Rows(
                        "Alembic_Version",
                        List.of(
                                Row.of(Map.of("version_num", "3", "note", "A")),
                                Row.of(Map.of("version_num", "a", "note", "first")),
                                Row.of(Map.of("version_num", "b")))));
    }

    @Test
    void aTableThatIsNotThereIsNoTable() {
        write("create table other (version_num text)");

        assertThat(read("app.db")).isEqualTo(new TableRead.NoTable());
    }

    @Test
    void anEmptyFileIsAnEmptyDatabase() throws IOException {
        Files.createFile(folder.resolve("app.db"));

        assertThat(read("app.db")).isEqualTo(new TableRead.NoTable());
    }

    @Test
    void aLookAlikeIsDescribedByItsColumns() {
        write("create table alembic_version (id int)");

        assertThat(read("app.db"))
                .isEqualTo(refused(
                        "table alembic_version is not the expected one: it has columns id; expected version_num"));
    }

    @Test
    void aMissingFileIsNotCreated() {
        assertThat(read("missing.db")).isEqualTo(refused("no such file: missing.db"));
    }

    @Test
    void aMissingFolderIsNotCreated() {
        assertThat(read("not/there.db")).isEqualTo(refused("no such file: not/there.db"));
    }

    @Test
    void aFolderIsNoDatabase() throws IOException {
        Files.createDirectory(folder.resolve("data"));

        assertThat(read("data")).isEqualTo(refused("a folder, not a file: data"));
    }

    @Test
    void anythingElseIsNoDatabase() throws IOException {
        Files.writeString(folder.resolve("app.db"), "create table alembic_version (version_num text);\n");
        Files.writeString(folder.resolve("short.db"), "x");

        assertThat(read("app.db")).isEqualTo(refused("not an SQLite database: app.db"));
        assertThat(read("short.db")).isEqualTo(refused("not an SQLite database: short.db"));
    }

    @Test
    void aTruncatedFileIsDamaged() throws IOException {
        write("create table alembic_version (version_num text)", "insert into alembic_version values ('a')");
        byte[] whole = Files.readAllBytes(folder.resolve("app.db"));
        Files.write(folder.resolve("page.db"), Arrays.copyOf(whole, 4096));
        Files.write(folder.resolve("half.db"), Arrays.copyOf(whole, 700));
        Files.write(folder.resolve("header.db"), Arrays.copyOf(whole, 17));

        assertThat(read("page.db")).isEqualTo(refused("damaged SQLite database: page.db"));
        assertThat(Stream.of("half.db", "header.db").map(this::read))
                .allSatisfy(read -> assertThat(read)
                        .isInstanceOfSatisfying(
                                TableRead.NotRead.class,
                                unread -> assertThat(unread.reason())
                                        .matches("(damaged|not an) SQLite database(, or an encrypted one)?: .*")));
    }

    @Test
    void garbageBehindTheHeaderIsDamage() throws IOException {
        write("create table alembic_version (version_num text)");
        byte[] bytes = Files.readAllBytes(folder.resolve("app.db"));
        Arrays.fill(bytes, 100, 4096, (byte) 0x5a);
        Files.write(folder.resolve("app.db"), bytes);

        assertThat(read("app.db")).isEqualTo(refused("damaged SQLite database: app.db"));
    }

    @Test
    void aLockedFileIsWaitedForAndGivenUp() throws SQLException {
        write("create table alembic_version (version_num text)");
        try (Connection writer = connect("app.db")) {
            execute(writer, "begin exclusive");

            assertThat(read("app.db"))
                    .isEqualTo(new TableRead.NotRead(Obstacle.UNREACHABLE, "locked by another process: app.db"));
        }
    }

    @Test
    void noLockIsHeldAfterwards() throws SQLException {
        write("create table alembic_version (version_num text)");
        try (Database database = database("app.db")) {
            database.read(TABLE);
        }
        try (Connection writer = connect("app.db")) {
            execute(writer, "pragma busy_timeout = 0", "begin exclusive", "drop table alembic_version", "commit");
        }

        assertThat(read("app.db")).isEqualTo(new TableRead.NoTable());
    }

    @Test
    void aDatabaseThatWasShutDownWithALogIsRead() {
        write(
                "pragma journal_mode = wal",
                "create table alembic_version (version_num text)",
                "insert into alembic_version values ('a')");

        assertThat(files()).containsOnlyKeys(".", "app.db");
        assertThat(read("app.db")).isEqualTo(row("a"));
    }

    @Test
    void whatIsInTheLogOnlyIsReadWhileAWriterIsAtWork() throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SqliteWriter.class.getName(),
                        folder.resolve("app.db").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(writer.getInputStream().read()).isEqualTo('!');

            assertThat(files()).containsOnlyKeys(".", "app.db", "app.db-shm", "app.db-wal");
            assertThat(read("app.db")).isEqualTo(row("a"));
        } finally {
            writer.getOutputStream().close();
            writer.waitFor();
        }
    }

    @Test
    void whatIsInTheLogOnlyIsReadAfterACrash() throws IOException, SQLException {
        crash("app.db-wal", "app.db-shm");

        assertThat(read("app.db")).isEqualTo(row("a"));
    }

    @Test
    void whatIsInTheLogOnlyIsReadWhereTheIndexOfTheLogIsLost() throws IOException, SQLException {
        crash("app.db-wal");

        assertThat(read("app.db")).isEqualTo(row("a"));
    }

    @Test
    void anIndexWithoutItsLogIsLeftAlone() throws IOException, SQLException {
        crash("app.db-shm");

        assertThat(read("app.db")).isEqualTo(new TableRead.NoTable());
    }

    @Test
    void whatACrashLeftHalfDoneIsNotUndoneByUs() throws IOException, SQLException {
        write("create table alembic_version (version_num text)");
        Path origin = Files.createDirectory(temporary.resolve("origin"));
        Files.copy(folder.resolve("app.db"), origin.resolve("app.db"));
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + origin.resolve("app.db"))) {
            execute(
                    writer,
                    "pragma cache_size = 1",
                    "begin",
                    "create table big (a text)",
                    "insert into big with recursive n (i) as (select 1 union all select i + 1 from n where i < 500)"
                            + " select hex(randomblob(1000)) from n");
            Files.copy(origin.resolve("app.db-journal"), folder.resolve("app.db-journal"));
            Files.delete(folder.resolve("app.db"));
            Files.copy(origin.resolve("app.db"), folder.resolve("app.db"));
        }

        assertThat(read("app.db"))
                .isEqualTo(refused("needs recovery after a crash, open it once with its own program: app.db"));
    }

    @Test
    void aLinkIsFollowedToWhereTheLogIs() throws IOException, SQLException {
        crash("app.db-wal", "app.db-shm");
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createSymbolicLink(elsewhere.resolve("link.db"), folder.resolve("app.db"));

        assertThat(read("sqlite:///" + elsewhere.resolve("link.db"), TABLE)).isEqualTo(row("a"));
    }

    @Test
    void aNamedSchemaMeansNothingHere() {
        write("create table alembic_version (version_num text)");
        VersionTable inPublic = new VersionTable(
                Optional.of("public"), "alembic_version", List.of("version_num"), List.of(), List.of("version_num"));

        assertThat(read("sqlite:///app.db", inPublic)).isEqualTo(new TableRead.Rows("alembic_version", List.of()));
    }

    @Test
    void aFileThatIsWrittenToMeanwhileIsNotTrusted() throws SQLException {
        write("pragma journal_mode = wal", "create table alembic_version (version_num text)");
        try (Database database = database("app.db")) {
            database.read(TABLE);
            write("insert into alembic_version values ('b')");

            assertThat(database.read(TABLE))
                    .isEqualTo(new TableRead.NotRead(Obstacle.UNREACHABLE, "written to while it was read: app.db"));
        }
    }

    /** Leaves in the folder what a program would that was killed after its first commit. */
    private void crash(String... companions) throws IOException, SQLException {
        Path origin = Files.createDirectory(temporary.resolve("origin"));
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + origin.resolve("app.db"))) {
            execute(
                    writer,
                    "pragma journal_mode = wal",
                    "create table alembic_version (version_num text)",
                    "insert into alembic_version values ('a')");
            Files.copy(origin.resolve("app.db"), folder.resolve("app.db"));
            for (String companion : companions) {
                Files.copy(origin.resolve(companion), folder.resolve(companion));
            }
        }
    }

    private TableRead read(String file) {
        return read("sqlite:///" + file.replace("?", "%3F"), TABLE);
    }

    private TableRead read(String address, VersionTable table) {
        Map<String, String> before = files();
        try (Database database = database(address, folder)) {
            TableRead read = database.read(table);
            assertThat(database.read(table)).isEqualTo(read);
            return read;
        } finally {
            assertThat(files()).isEqualTo(before);
        }
    }

    private Database database(String file) {
        return database("sqlite:///" + file, folder);
    }

    private static Database database(String address, Path folder) {
        return new JdbiDatabase(
                DatabaseName.DEFAULT,
                DatabaseAddress.parse(address, folder),
                new Timeouts(Duration.ofSeconds(3), Duration.ofMillis(200)));
    }

    private void write(String... statements) {
        try (Connection connection = connect("app.db")) {
            execute(connection, statements);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(String file) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:file:" + folder.resolve(file).toUri().getRawPath());
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Every file of the folder with its time and a digest of its bytes, and the folder's own time. */
    private Map<String, String> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            Map<String, String> files = new TreeMap<>();
            for (Path file : all.toList()) {
                byte[] content = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
                files.put(
                        file.equals(folder) ? "." : folder.relativize(file).toString(),
                        Files.getLastModifiedTime(file) + " " + HexFormat.of().formatHex(digest));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TableRead.Rows row(String version) {
        return new TableRead.Rows("alembic_version", List.of(Row.of(Map.of("version_num", version))));
    }

    private static TableRead.NotRead refused(String reason) {
        return new TableRead.NotRead(Obstacle.REFUSED, reason);
    }
}
