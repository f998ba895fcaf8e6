package dev.migtrue.cli;

import static dev.migtrue.cli.Fault.refused;
import static dev.migtrue.cli.Fault.unreachable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.cli.Fault.Waiting;
import dev.migtrue.gather.database.Listener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with databases that are files. */
class FileFaultsTest {

    private static final String[] TABLE = {
        "create table alembic_version (version_num varchar(32))", "insert into alembic_version values ('001')"
    };

    @TempDir
    private static Path folder = Path.of("");

    private static FaultyShop shop;

    @BeforeAll
    static void openTheShop() throws IOException {
        shop = new FaultyShop(folder, FaultyShop.Pace.IN_TURN);
    }

    @ParameterizedTest
    @MethodSource("sqlite")
    void sqliteIsToldInOneLine(Fault fault) {
        shop.meets(fault);
    }

    @ParameterizedTest
    @MethodSource("h2")
    void h2IsToldInOneLine(Fault fault) {
        shop.meets(fault);
    }

    private static Stream<Fault> sqlite() {
        return Stream.of(
                unreachable("locked", Waiting.BRIEF_FOR_ANSWERS, "locked by another process: ", stage -> {
                    execute("sqlite", file(stage), TABLE);
                    Connection writer = stage.using(DriverManager.getConnection("jdbc:sqlite:" + file(stage)));
                    writer.createStatement().execute("begin exclusive");
                    return sqliteAt(file(stage));
                }),
                refused("truncated", "damaged SQLite database: ", stage -> {
                    execute("sqlite", file(stage), TABLE);
                    truncate(file(stage), 4096);
                    return sqliteAt(file(stage));
                }),
                refused("no database", "not an SQLite database: ", stage -> {
                    Files.writeString(file(stage), "create table alembic_version (version_num text);\n");
                    return sqliteAt(file(stage));
                }),
                refused("no file", "no such file: ", stage -> sqliteAt(file(stage))),
                refused("hot journal", "needs recovery after a crash", stage -> {
                    Path origin = Files.createDirectory(stage.folder().resolve("origin"))
                            .resolve("app.db");
                    execute("sqlite", origin, TABLE);
                    try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + origin)) {
                        for (String sql : new String[] {
                            "pragma cache_size = 1",
                            "begin",
                            "create table big (a text)",
                            "insert into big with recursive n (i) as (select 1 union all select i + 1 from n where"
                                    + " i < 500) select hex(randomblob(1000)) from n"
                        }) {
                            writer.createStatement().execute(sql);
                        }
                        Files.copy(origin, file(stage));
                        Files.copy(
                                origin.resolveSibling("app.db-journal"),
                                file(stage).resolveSibling("app.db-journal"));
                    }
                    return sqliteAt(file(stage));
                }));
    }

    private static Stream<Fault> h2() {
        return Stream.of(
                unreachable("locked", Waiting.BRIEF_FOR_ANSWERS, "locked by a program that has it open: ", stage -> {
                    FileChannel program = stage.using(
                            FileChannel.open(madeByH2(stage), StandardOpenOption.READ, StandardOpenOption.WRITE));
                    stage.using(program.lock());
                    return h2At(stage);
                }),
                refused("truncated", "damaged H2 database", stage -> {
                    truncate(madeByH2(stage), 5000);
                    return h2At(stage);
                }),
                refused("no database", "damaged H2 database, or none at all: ", stage -> {
                    Files.writeString(stage.folder().resolve("app.mv.db"), "no database at all\n".repeat(1000));
                    return h2At(stage);
                }),
                refused("no file", "no such file: ", FileFaultsTest::h2At),
                refused("wrong password", "wrong user name or password: ", stage -> {
                    madeByH2(stage);
                    return h2At(stage) + "else";
                }),
                refused("another format", "written by another version of H2, in its format 2: ", stage -> {
                    try (InputStream written = Listener.class.getResourceAsStream("h2-format-2.mv.db.gz");
                            InputStream plain = new GZIPInputStream(written)) {
                        Files.copy(plain, stage.folder().resolve("app.mv.db"));
                    }
                    return h2At(stage);
                }));
    }

    /** Where everybody may write, as the superuser may, this is only an ordinary reading. */
    @Test
    void aFileInAFolderThatIsNotToBeWrittenToIsRead() throws Exception {
        try (Stage stage = new Stage(Files.createTempDirectory(folder, "stage"))) {
            execute("sqlite", file(stage), "pragma journal_mode = wal");
            execute("sqlite", file(stage), TABLE);
            madeByH2(stage);
            for (String name : new String[] {"app.db", "app.mv.db"}) {
                Files.setPosixFilePermissions(
                        stage.folder().resolve(name), PosixFilePermissions.fromString("r--r--r--"));
            }
            Files.setPosixFilePermissions(stage.folder(), PosixFilePermissions.fromString("r-xr-xr-x"));
            stage.using(
                    () -> Files.setPosixFilePermissions(stage.folder(), PosixFilePermissions.fromString("rwxr-xr-x")));

            for (String address : new String[] {sqliteAt(file(stage)), h2At(stage)}) {
                CommandRun run = shop.read(address);

                assertThat(run.exitCode()).as(run.errors()).isZero();
                assertThat(run.output()).contains("\"state\": \"known\"");
            }
            try (Stream<Path> files = Files.list(stage.folder())) {
                assertThat(files.map(path -> path.getFileName().toString()))
                        .containsExactlyInAnyOrder("app.db", "app.mv.db");
            }
        }
    }

    private static Path file(Stage stage) {
        return stage.folder().resolve("app.db");
    }

    private static String sqliteAt(Path file) {
        return "sqlite:///" + file;
    }

    private static String h2At(Stage stage) {
        return "jdbc:h2:" + stage.folder().resolve("app") + ";USER=sa;PASSWORD=" + Stage.CANARY_VALUE;
    }

    private static Path madeByH2(Stage stage) throws SQLException {
        execute("h2", stage.folder().resolve("app") + ";USER=sa;PASSWORD=" + Stage.CANARY_VALUE, TABLE);
        return stage.folder().resolve("app.mv.db");
    }

    private static void execute(String kind, Object place, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:" + kind + ":" + place)) {
            for (String sql : statements) {
                connection.createStatement().execute(sql);
            }
        }
    }

    private static void truncate(Path file, int length) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
    }
}
