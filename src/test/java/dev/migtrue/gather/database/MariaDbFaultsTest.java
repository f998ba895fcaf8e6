package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.VersionTable;
import dev.migtrue.testing.MariaDbServer;
import dev.migtrue.testing.ServerDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Every fault has one of two classes and one line, and no password shows in it. */
class MariaDbFaultsTest {

    private static final String SECRET = "c4n@ry/p ss%w\"rd";
    private static final String ENCODED = "c4n%40ry%2Fp%20ss%25w%22rd";
    private static final VersionTable TABLE = new VersionTable(
            Optional.empty(), "alembic_version", List.of("version_num"), List.of(), List.of("version_num"));

    @AutoClose
    private final ServerDatabase server = MariaDbServer.freshDatabase();

    @Test
    void nobodyListens() throws IOException {
        int port = unusedPort();

        assertThat(read(address(port)))
                .isEqualTo(unread(Obstacle.UNREACHABLE, "localhost:" + port + ": connection refused"));
    }

    @Test
    void noSuchHost() {
        assertThat(read("mysql://u:" + ENCODED + "@no-such-host.invalid/db"))
                .isEqualTo(unread(Obstacle.UNREACHABLE, "no-such-host.invalid:3306: unknown host"));
    }

    @Test
    void ofSeveralHostsOneIsEnough() throws IOException {
        server.execute("create table alembic_version (version_num text)");
        String hosts = "localhost:" + unusedPort() + ",no-such-host.invalid,localhost:" + server.port();

        try (Database database = database("mysql://root@" + hosts + "/" + server.name(), TriedEngine.PATIENT)) {
            assertThat(database.read(TABLE)).isEqualTo(new TableRead.Rows("alembic_version", List.of()));
        }
    }

    @Test
    void somebodyListensAndStaysSilent() throws IOException {
        try (Listener silent = Listener.silent()) {
            assertThat(read(address(silent.port()) + "?connect_timeout=1"))
                    .isEqualTo(unread(Obstacle.UNREACHABLE, "localhost:" + silent.port() + ": no answer within 1 s"));
        }
    }

    @Test
    void somebodyElseSpeaksFirst() throws IOException {
        try (Listener mail = Listener.greeting("220 mail.example ESMTP at your service, what can I do for you\r\n")) {
            assertThat(read(address(mail.port()) + "?connect_timeout=1"))
                    .isEqualTo(unread(
                            Obstacle.REFUSED,
                            "localhost:" + mail.port() + ": what listens there does not speak MySQL's protocol"));
        }
    }

    @Test
    void thePasswordIsWrong() {
        String role = server.role("another");

        assertThat(read(server.url(role, ENCODED)))
                .isEqualTo(unread(
                        Obstacle.REFUSED,
                        place() + ": Access denied for user '" + role + "'@'localhost' (using password: YES)"));
    }

    @Test
    void thereIsNoSuchDatabase() {
        assertThat(read("mysql://root@" + place() + "/nowhere"))
                .isEqualTo(unread(Obstacle.REFUSED, place() + ": Unknown database 'nowhere'"));
    }

    @Test
    void theDatabaseIsNotForThisRole() {
        String role = server.role(SECRET);

        assertThat(read(server.url(role, ENCODED)))
                .isEqualTo(unread(
                        Obstacle.REFUSED,
                        place() + ": Access denied for user '" + role + "'@'%' to database '" + server.name() + "'"));
    }

    @Test
    void theCertificateIsNowhere() {
        assertThat(read("mysql://root@" + place() + "/" + server.name() + "?ssl_ca=/nowhere.pem")
                        .obstacle())
                .isEqualTo(Obstacle.REFUSED);
    }

    @Test
    void theTableIsLocked() throws SQLException {
        server.execute("create table alembic_version (version_num text)");
        try (Connection migrating = DriverManager.getConnection(server.jdbcUrl())) {
            migrating.createStatement().execute("lock tables alembic_version write");

            assertThat(read(server.url(), impatient(Duration.ofSeconds(2))))
                    .isEqualTo(unread(
                            Obstacle.UNREACHABLE,
                            place() + ": Lock wait timeout exceeded; try restarting transaction"));
        }
    }

    @Test
    void theAnswerTakesTooLong() {
        server.execute("create view alembic_version as select cast(sleep(20) as char) as version_num");

        assertThat(read(server.url(), impatient(Duration.ofMillis(500))))
                .isEqualTo(unread(
                        Obstacle.UNREACHABLE,
                        place() + ": Query execution was interrupted (max_statement_time exceeded)"));
    }

    @Test
    void theConnectionIsLostBetweenTwoReadings() {
        server.execute("create table alembic_version (version_num text)");
        String role = server.role(SECRET);
        server.execute("grant select on alembic_version to " + role);
        try (Database database = database(server.url(role, ENCODED), TriedEngine.PATIENT)) {
            assertThat(database.read(TABLE)).isInstanceOf(TableRead.Rows.class);
            server.execute("kill user " + role);

            TableRead lost = database.read(TABLE);

            assertThat(lost).isInstanceOfSatisfying(TableRead.NotRead.class, unread -> {
                assertThat(unread.obstacle()).isEqualTo(Obstacle.UNREACHABLE);
                assertThat(unread.reason()).startsWith(place() + ": ");
            });
            assertThat(database.read(TABLE)).isEqualTo(lost);
        }
    }

    private String place() {
        return "localhost:" + server.port();
    }

    private static String address(int port) {
        return "mysql://u:" + ENCODED + "@localhost:" + port + "/db";
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static TableRead.NotRead unread(Obstacle obstacle, String reason) {
        return new TableRead.NotRead(obstacle, reason);
    }

    private static Timeouts impatient(Duration statement) {
        return new Timeouts(TriedEngine.PATIENT.connect(), statement);
    }

    private static TableRead.NotRead read(String address) {
        return read(address, TriedEngine.PATIENT);
    }

    private static TableRead.NotRead read(String address, Timeouts timeouts) {
        try (Database database = database(address, timeouts)) {
            TableRead.NotRead unread = (TableRead.NotRead) database.read(TABLE);
            assertThat(unread.reason()).doesNotContain("c4n").doesNotContain("\n");
            return unread;
        }
    }

    private static Database database(String address, Timeouts timeouts) {
        return new JdbiDatabase(DatabaseName.DEFAULT, DatabaseAddress.parse(address, Path.of("/nowhere")), timeouts);
    }
}
