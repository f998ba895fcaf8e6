package dev.migtrue.cli;

import static dev.migtrue.cli.Fault.refused;
import static dev.migtrue.cli.Fault.unreachable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.cli.Fault.Waiting;
import dev.migtrue.gather.database.Listener;
import dev.migtrue.testing.MariaDbServer;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What servers answer when they do not answer what they were asked. */
class ServerFaultsTest {

    private static final String TABLE = "create table alembic_version (version_num varchar(32))";
    private static final String ROW = "insert into alembic_version values ('001')";

    private static final String SLEEPY = "create view alembic_version as select cast(sleep(20) as char) as version_num";

    @TempDir
    private static Path folder = Path.of("");

    private static FaultyShop shop;

    @BeforeAll
    static void openTheShop() throws IOException {
        shop = new FaultyShop(folder, FaultyShop.Pace.TOGETHER);
        // That servers take their time to start is not what is measured.
        PostgresServer.freshDatabase().close();
        MariaDbServer.freshDatabase().close();
    }

    @ParameterizedTest
    @MethodSource("postgres")
    void postgresIsToldInOneLine(Fault fault) {
        shop.meets(fault);
    }

    @ParameterizedTest
    @MethodSource("mariaDb")
    void mariaDbIsToldInOneLine(Fault fault) {
        shop.meets(fault);
    }

    private static Stream<Fault> postgres() {
        return Stream.of(
                refused("wrong password", ": password authentication failed for user", stage -> {
                    ServerDatabase database = stage.postgres();
                    return database.url(database.role("another"), Stage.CANARY);
                }),
                refused("unknown database", ": database \"nowhere\" does not exist", stage -> {
                    ServerDatabase database = stage.postgres(TABLE);
                    return Stage.readable(database).replaceFirst("[^/]+$", "nowhere");
                }),
                refused("no permission", ": permission denied for table alembic_version", stage -> {
                    ServerDatabase database = stage.postgres(TABLE);
                    return database.url(database.role(Stage.CANARY_VALUE), Stage.CANARY);
                }),
                refused("TLS demanded", "SSL", stage -> Stage.readable(stage.postgres(TABLE)) + "?sslmode=require"),
                unreachable("locked table", Waiting.BRIEF_FOR_ANSWERS, "timeout", stage -> {
                    ServerDatabase database = stage.postgres(TABLE);
                    String address = Stage.readable(database);
                    Connection migrating = stage.using(DriverManager.getConnection(database.jdbcUrl()));
                    migrating.setAutoCommit(false);
                    migrating.createStatement().execute("lock table alembic_version");
                    return address;
                }),
                unreachable(
                        "slow answer",
                        Waiting.BRIEF_FOR_ANSWERS,
                        "timeout",
                        stage -> Stage.readable(stage.postgres(
                                "create view alembic_version as select pg_sleep(60)::text as version_num"))),
                unreachable(
                        "shut down while it reads",
                        Waiting.LONG,
                        ": terminating connection",
                        stage -> Stage.readable(stage.postgres("create view alembic_version as"
                                + " select pg_terminate_backend(pg_backend_pid())::text as version_num"))),
                unreachable(
                        "starting up",
                        Waiting.LONG,
                        ": the database system is starting up",
                        stage -> complaining(stage, "57P03", "the database system is starting up")),
                unreachable(
                        "shutting down",
                        Waiting.LONG,
                        ": the database system is shutting down",
                        stage -> complaining(stage, "57P03", "the database system is shutting down")),
                unreachable("too many connections", Waiting.LONG, ": too many connections for role", stage -> {
                    ServerDatabase database = stage.postgres(TABLE);
                    String role = Stage.reader(database);
                    database.execute("alter role " + role + " connection limit 0");
                    return database.url(role, Stage.CANARY);
                }),
                unreachable(
                        "no standby",
                        Waiting.LONG,
                        ": no secondary server there",
                        stage -> Stage.readable(stage.postgres(TABLE)) + "?target_session_attrs=standby"));
    }

    private static String complaining(Stage stage, String state, String message) {
        return "postgresql://app:" + Stage.CANARY + "@localhost:"
                + stage.using(Listener.complaining(state, message)).port() + "/db?sslmode=disable";
    }

    private static Stream<Fault> mariaDb() {
        return Stream.of(
                refused("wrong password", ": Access denied for user", stage -> {
                    ServerDatabase database = stage.mariaDb();
                    return database.url(database.role("another"), Stage.CANARY);
                }),
                refused("unknown database", "nowhere'", stage -> {
                    ServerDatabase database = stage.mariaDb(TABLE);
                    return Stage.readable(database).replaceFirst("[^/]+$", "nowhere");
                }),
                refused("no permission", "alembic_version", stage -> {
                    ServerDatabase database = stage.mariaDb(TABLE, "create table other (id int)");
                    String role = database.role(Stage.CANARY_VALUE);
                    database.execute("grant select on other to " + role);
                    return database.url(role, Stage.CANARY);
                }),
                refused(
                        "TLS demanded",
                        "ssl",
                        stage -> "mysql://app:" + Stage.CANARY + "@localhost:"
                                + stage.using(Listener.mariaDbWithoutTls()).port() + "/db?ssl-mode=required"),
                unreachable("locked table", Waiting.BRIEF_FOR_ANSWERS, "localhost:", stage -> {
                    ServerDatabase database = stage.mariaDb(TABLE);
                    String address = Stage.readable(database);
                    Connection migrating = stage.using(DriverManager.getConnection(database.jdbcUrl()));
                    migrating.createStatement().execute("lock tables alembic_version write");
                    return address;
                }),
                unreachable(
                        "slow answer",
                        Waiting.BRIEF_FOR_ANSWERS,
                        "max_statement_time exceeded",
                        stage -> Stage.readable(stage.mariaDb(SLEEPY))),
                unreachable("killed while it reads", Waiting.LONG, "localhost:", stage -> {
                    ServerDatabase database = stage.mariaDb(SLEEPY);
                    String role = Stage.reader(database);
                    killInTheirSleep(stage.using(DriverManager.getConnection(database.jdbcUrl())), role);
                    return database.url(role, Stage.CANARY);
                }),
                unreachable("too many connections", Waiting.LONG, "max_user_connections", stage -> {
                    ServerDatabase database = stage.mariaDb(TABLE);
                    String role = Stage.reader(database);
                    database.execute("alter user " + role + " with max_user_connections 1");
                    stage.using(DriverManager.getConnection(
                            "jdbc:mariadb://localhost:" + database.port() + "/" + database.name(),
                            role,
                            Stage.CANARY_VALUE));
                    return database.url(role, Stage.CANARY);
                }));
    }

    /** Kills as many connections of a role as a fault is met by, each while it reads; gives up after some seconds. */
    private static void killInTheirSleep(Connection killer, String role) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                killer.createStatement().execute("""
                        begin not atomic
                          declare killed, tried int default 0;
                          repeat
                            for sleeper in (select id from information_schema.processlist
                                            where user = '%s' and state = 'User sleep') do
                              kill sleeper.id;
                              set killed = killed + 1;
                            end for;
                            set tried = tried + 1 + sleep(0.05);
                          until killed >= 3 or tried > 200 end repeat;
                        end""".formatted(role));
            } catch (SQLException e) {
                // Then nobody is killed, which the test is told by waiting too long.
            }
        });
    }

    @Test
    void aPostgresThatIsNotToBeWrittenToIsRead() throws Exception {
        try (Stage stage = new Stage(Files.createTempDirectory(folder, "stage"))) {
            ServerDatabase database = stage.postgres(TABLE, ROW);
            String address = Stage.readable(database);
            database.execute("alter database " + database.name() + " set default_transaction_read_only = on");

            isRead(shop.read(address));
            isRead(shop.read(address + "?target_session_attrs=prefer-standby"));
        }
    }

    @Test
    void aMariaDbThatIsNotToBeWrittenToIsRead() throws Exception {
        try (Stage stage = new Stage(Files.createTempDirectory(folder, "stage"))) {
            ServerDatabase database = stage.mariaDb(TABLE, ROW);
            String address = Stage.readable(database);
            database.execute("set global read_only = 1");
            stage.using(() -> database.execute("set global read_only = 0"));

            isRead(shop.read(address));
        }
    }

    private static void isRead(CommandRun run) {
        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output()).contains("\"state\": \"known\"");
    }
}
