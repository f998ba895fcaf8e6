package dev.migtrue.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.scratch.Servers;
import dev.migtrue.gather.scratch.server.LocalServer;
import dev.migtrue.gather.scratch.server.ServerKind;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.Program;
import dev.migtrue.testing.ServerDatabase;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a run ends, the server that it started and all its files are gone. */
class NothingLeftBehindIT {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM", "INT"})
    void whoeverIsKilledLeavesNoServer(String signal) throws Exception {
        Files.writeString(folder.resolve("a.sql"), "select pg_sleep(600);\n");

        leavesNothing(signal, folder, List.of("prove", "--dialect", "postgresql", "a.sql"), "a.sql");
    }

    /** The command is run after the server is up, and has a child of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM", "INT"})
    void whoeverIsKilledLeavesNoServerOfAReplayAndNothingOfItsCommand(String signal) throws Exception {
        TestRepository repository = TestRepository.in(folder);
        repository.write("db/migrations/1_a.sql", "-- migrate:up\ncreate table a (id int);\n-- migrate:down\n");
        repository.write("migtrue.yaml", """
                systems:
                  - name: dbmate
                    root: .
                    replayCommand: sleep 600 & touch running; wait; true {version}
                """);
        try (ServerDatabase database = PostgresServer.freshDatabase()) {
            database.execute(
                    "create table schema_migrations (version varchar(128) primary key)",
                    "insert into schema_migrations values ('1')");

            leavesNothing(signal, repository.workTree(), List.of("drift", "--db", database.url()), "running");
        }
    }

    /** The library of a tool is in the midst of a statement that does not end. */
    @ParameterizedTest
    @CsvSource({
        "KILL, flyway", "TERM, flyway", "INT, flyway",
        "KILL, liquibase", "TERM, liquibase", "INT, liquibase"
    })
    void whoeverIsKilledWhileALibraryRunsLeavesNoServer(String signal, String tool) throws Exception {
        TestRepository repository = TestRepository.in(folder);
        Path place = repository.workTree();
        assertThat(place.toFile().setWritable(true, false)).isTrue();
        endless(
                tool,
                "copy (select 1) to '%s';\nselect pg_sleep(600);\n".formatted(place.resolve("running")),
                repository);
        try (ServerDatabase database = PostgresServer.freshDatabase()) {
            database.execute(recorded(tool));

            leavesNothing(signal, place, List.of("drift", "--road", "replay", "--db", database.url()), "running");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "KILL, flyway", "TERM, flyway", "INT, flyway",
        "KILL, liquibase", "TERM, liquibase", "INT, liquibase"
    })
    void whoeverIsKilledWhileALibraryRunsLeavesNoFile(String signal, String tool) throws Exception {
        TestRepository repository = TestRepository.in(folder);
        endless(tool, """
                create table a as
                with recursive c (x) as (select 1 union all select x + 1 from c) select max(x) from c;
                """, repository);
        Path live = folder.resolve("live.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + live);
                Statement statement = connection.createStatement()) {
            for (String sql : recorded(tool)) {
                statement.execute(sql);
            }
        }

        Path temporary = temporary();
        Process run = start(
                repository.workTree(), temporary, List.of("drift", "--road", "replay", "--db", "sqlite:///" + live));
        await(run, () -> isFileWritten(temporary));

        endsWithoutTrace(run, signal, temporary);
    }

    /** What is on a server of others must be dropped by us; where we are killed, by whoever comes next. */
    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM", "INT"})
    void whoeverIsKilledLeavesNoDatabaseOnTheServerOfOthersOrTheNextRunDropsIt(String signal) throws Exception {
        TestRepository repository = TestRepository.in(folder);
        endless("flyway", "alter table a owner to made_for_it;\nselect pg_sleep(600);\n", repository);
        repository.write("src/main/resources/db/migration/V0__a.sql", "create table a (id int);\n");
        Path temporary = temporary();
        try (LocalServer others = LocalServer.start(ServerKind.POSTGRESQL, Servers.search(Dialect.POSTGRESQL));
                Connection there = session(others, "postgres");
                Statement statement = there.createStatement()) {
            statement.execute("create database live_test");
            statement.execute("create database shop_test");
            try (Connection live = session(others, "live_test");
                    Statement setting = live.createStatement()) {
                for (String sql : recorded("flyway")) {
                    setting.execute(sql);
                }
                setting.execute(
                        "insert into flyway_schema_history values (0, '0', 'a', 'SQL', 'V0__a.sql', null, 'ann', null, 1, true)");
            }
            List<String> arguments = List.of(
                    "drift",
                    "--road",
                    "replay",
                    "--db",
                    url(others, "live_test"),
                    "--scratch-url",
                    url(others, "shop_test"));
            Process run = start(repository.workTree(), temporary, arguments);
            await(
                    run,
                    () -> isAnswered(
                            statement,
                            "select from pg_stat_activity where query like '%pg_sleep(600)%'"
                                    + " and state = 'active' and pid <> pg_backend_pid()"));

            new ProcessBuilder("kill", "-" + signal, String.valueOf(run.pid()))
                    .start()
                    .waitFor();
            assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
            if (signal.equals("KILL")) {
                repository.write("src/main/resources/db/migration/V1__a.sql", "select 1;\n");
                Process next = start(repository.workTree(), temporary, arguments);
                assertThat(next.waitFor())
                        .as(Files.readString(folder.resolve("errors.txt")))
                        .isEqualTo(1);
            }

            assertThat(isAnswered(statement, "select from pg_database where datname like '%migtrue%'"))
                    .isFalse();
            assertThat(isAnswered(statement, "select from pg_roles where rolname = 'made_for_it'"))
                    .isFalse();
        }
    }

    private static Connection session(LocalServer server, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.login().port(), database),
                server.login().user(),
                server.login().password());
    }

    private static String url(LocalServer server, String database) {
        LocalServer.Login login = server.login();
        return "postgresql://%s:%s@127.0.0.1:%d/%s".formatted(login.user(), login.password(), login.port(), database);
    }

    private static boolean isAnswered(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next();
        }
    }

    /** A project of one migration. */
    private static void endless(String tool, String sql, TestRepository repository) {
        if (tool.equals("flyway")) {
            repository.write("src/main/resources/db/migration/V1__a.sql", sql);
        } else {
            repository.write("db/changelog/changelog.sql", "--liquibase formatted sql\n--changeset ann:1\n" + sql);
        }
    }

    /** The version table that says that it was run. */
    private static String[] recorded(String tool) {
        return tool.equals("flyway")
                ? new String[] {
                    "create table flyway_schema_history (installed_rank int primary key, version varchar(50), description varchar(200),"
                            + " type varchar(20), script varchar(1000), checksum int, installed_by varchar(100), installed_on timestamp,"
                            + " execution_time int, success boolean)",
                    "insert into flyway_schema_history values (1, '1', 'a', 'SQL', 'V1__a.sql', null, 'ann', null, 1, true)"
                }
                : new String[] {
                    "create table databasechangelog (id varchar(255), author varchar(255), filename varchar(255), dateexecuted timestamp,"
                            + " orderexecuted int, exectype varchar(10), md5sum varchar(35), description varchar(255),"
                            + " comments varchar(255), tag varchar(255), liquibase varchar(20), contexts varchar(255),"
                            + " labels varchar(255), deployment_id varchar(10))",
                    "insert into databasechangelog (id, author, filename, orderexecuted, exectype) values ('1', 'ann',"
                            + " 'db/changelog/changelog.sql', 1, 'EXECUTED')"
                };
    }

    /**
     * @param place where it is run
     * @param sign a file that is there once the run is under way
     */
    private void leavesNothing(String signal, Path place, List<String> arguments, String sign) throws Exception {
        Path temporary = temporary();
        Process run = start(place, temporary, arguments);
        await(run, () -> isServerUp(temporary) && Files.exists(place.resolve(sign)));
        assertThat(run.descendants().count()).isGreaterThan(3);

        endsWithoutTrace(run, signal, temporary);
    }

    private Path temporary() throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        assertThat(temporary.toFile().setExecutable(true, false)).isTrue();
        assertThat(folder.toFile().setExecutable(true, false)).isTrue();
        return temporary;
    }

    private void await(Process run, Callable<Boolean> sign) throws Exception {
        while (!sign.call()) {
            assertThat(run.waitFor(50, TimeUnit.MILLISECONDS))
                    .as(Files.readString(folder.resolve("errors.txt")))
                    .isFalse();
        }
    }

    private static void endsWithoutTrace(Process run, String signal, Path temporary) throws Exception {
        List<ProcessHandle> started = run.descendants().toList();
        assertThat(started).isNotEmpty();

        new ProcessBuilder("kill", "-" + signal, String.valueOf(run.pid()))
                .start()
                .waitFor();

        assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        for (ProcessHandle process : started) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
        assertThat(folders(temporary)).isEmpty();
    }

    /** Whoever starts a build in the background has its children ignore INT, unless told otherwise. */
    private Process start(Path place, Path temporary, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", Program.migtrue()));
        command.addAll(arguments);
        if (!arguments.contains("--scratch-url")) {
            command.addAll(List.of(
                    "--scratch-server",
                    Servers.programs(Dialect.POSTGRESQL).orElseThrow().toString()));
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectOutput(folder.resolve("output.txt").toFile())
                .redirectError(folder.resolve("errors.txt").toFile());
        builder.environment().put("MIGTRUE_ALLOW_COMMANDS", "1");
        builder.environment().put("MIGTRUE_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary);
        return builder.start();
    }

    /** The library has made its version table. */
    private static boolean isFileWritten(Path temporary) throws IOException {
        for (Path place : folders(temporary)) {
            Path file = place.resolve("scratch.db");
            if (Files.exists(file) && Files.size(file) > 0) {
                return true;
            }
        }
        return false;
    }

    /** A server that may be connected to has written this in the last line of its file. */
    private static boolean isServerUp(Path temporary) throws IOException {
        for (Path server : folders(temporary)) {
            Path file = server.resolve("data/postmaster.pid");
            if (Files.exists(file) && Files.readString(file).contains("ready")) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> folders(Path temporary) throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.filter(each -> String.valueOf(each.getFileName()).startsWith("migtrue-scratch-"))
                    .toList();
        }
    }
}
