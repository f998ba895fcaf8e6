package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.VersionTable;
import dev.migtrue.testing.PostgresServer;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault has one of two classes and one line, and no password shows in it. */
class PostgresFaultsTest {

    private static final String SECRET = "c4n@ry/p ss%w\"rd";
    private static final String ENCODED = "c4n%40ry%2Fp%20ss%25w%22rd";
    private static final VersionTable TABLE = new VersionTable(
            Optional.empty(), "alembic_version", List.of("version_num"), List.of(), List.of("version_num"));

    /** Busy machines may take their time. */
    private static final Timeouts PATIENT = new Timeouts(Duration.ofMinutes(1), Duration.ofMinutes(1));

    @AutoClose
    private final ServerDatabase server = PostgresServer.freshDatabase();

    @Test
    void nobodyListens() throws IOException {
        int port = unusedPort();

        assertThat(read(address(port)))
                .isEqualTo(unread(Obstacle.UNREACHABLE, "localhost:" + port + ": connection refused"));
    }

    @Test
    void noSuchHost() {
        assertThat(read("postgresql://u:" + ENCODED + "@no-such-host.invalid/db"))
                .isEqualTo(unread(Obstacle.UNREACHABLE, "no-such-host.invalid:5432: unknown host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prefer", "disable", "require"})
    void somebodyListensAndStaysSilent(String mode) throws IOException {
        try (Listener silent = Listener.silent()) {
            assertThat(read(address(silent.port()) + "?connect_timeout=1&sslmode=" + mode))
                    .isEqualTo(unread(Obstacle.UNREACHABLE, "localhost:" + silent.port() + ": no answer within 1 s"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?sslmode=disable", "?sslmode=require"})
    void aWebServerListens(String query) throws IOException {
        try (Listener web = Listener.saying("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(read(address(web.port()) + query))
                    .isEqualTo(unread(
                            Obstacle.REFUSED,
                            "localhost:" + web.port() + ": what listens there does not speak PostgreSQL's protocol"));
        }
    }

    @Test
    void whatKeptADatabaseFromBeingOpenedIsNotTriedAgain() throws IOException {
        try (Listener web = Listener.saying("HTTP/1.1 400 Bad Request\r\n\r\n");
                Database database = database(address(web.port()), PATIENT)) {
            TableRead first = database.read(TABLE);

            assertThat(database.read(TABLE)).isEqualTo(first);
            assertThat(web.spokenTo()).isEqualTo(1);
        }
    }

    @Test
    void ofSeveralHostsOneIsEnough() throws IOException {
        server.execute("create table alembic_version (version_num text)");
        String hosts = "localhost:" + unusedPort() + ",no-such-host.invalid,localhost:" + server.port();

        try (Database database = database("postgresql://postgres@" + hosts + "/" + server.name(), PATIENT)) {
            assertThat(database.read(TABLE)).isEqualTo(new TableRead.Rows("alembic_version", List.of()));
        }
    }

    @Test
    void ofSeveralHostsEachHasItsReason() throws IOException {
        int port = unusedPort();

        assertThat(read("postgresql://localhost:" + port + ",no-such-host.invalid/db"))
                .isEqualTo(unread(
                        Obstacle.UNREACHABLE,
                        "localhost:" + port + ": connection refused; no-such-host.invalid:5432: unknown host"));
    }

    @Test
    void thePasswordIsWrong() {
        String role = server.role("another");

        assertThat(read(server.url(role, ENCODED)))
                .isEqualTo(unread(
                        Obstacle.REFUSED, place() + ": password authentication failed for user \"" + role + "\""));
    }

    @Test
    void thePasswordIsMissing() {
        String role = server.role(SECRET);

        assertRefused(read("postgresql://" + role + "@" + place() + "/" + server.name()));
    }

    @Test
    void thereIsNoSuchDatabase() {
        String role = server.role(SECRET);

        assertThat(read("postgresql://" + role + ":" + ENCODED + "@" + place() + "/nowhere"))
                .isEqualTo(unread(Obstacle.REFUSED, place() + ": database \"nowhere\" does not exist"));
    }

    @Test
    void theServerHasNoTls() {
        assertRefused(read(server.url() + "?sslmode=require"));
    }

    @Test
    void noServerHasTheRoleThatIsAskedFor() {
        assertThat(read(server.url() + "?target_session_attrs=standby"))
                .isEqualTo(unread(
                        Obstacle.UNREACHABLE, place() + ": no secondary server there, or no answer within 60 s"));
    }

    @Test
    void theTableMayNotBeRead() {
        server.execute("create table alembic_version (version_num text)");
        String role = server.role(SECRET);

        assertThat(read(server.url(role, ENCODED)))
                .isEqualTo(unread(Obstacle.REFUSED, place() + ": permission denied for table alembic_version"));
    }

    @Test
    void aTableThatMayNotBeReadDoesNotSpoilTheNext() {
        server.execute("create table alembic_version (version_num text)", "create table open (version_num text)");
        String role = server.role(SECRET);
        server.execute("grant select on open to " + role);
        VersionTable open =
                new VersionTable(Optional.empty(), "open", List.of("version_num"), List.of(), List.of("version_num"));

        try (Database database = database(server.url(role, ENCODED), PATIENT)) {
            assertThat(database.read(TABLE)).isInstanceOf(TableRead.NotRead.class);
            assertThat(database.read(open)).isEqualTo(new TableRead.Rows("open", List.of()));
        }
    }

    @Test
    void theTableIsLocked() throws SQLException {
        server.execute("create table alembic_version (version_num text)");
        try (Connection migrating =
                DriverManager.getConnection("jdbc:" + server.url().replace("postgres@", "") + "?user=postgres")) {
            migrating.setAutoCommit(false);
            migrating.createStatement().execute("lock table alembic_version");

            assertThat(read(server.url(), impatient(Duration.ofSeconds(2))))
                    .isEqualTo(unread(Obstacle.UNREACHABLE, place() + ": canceling statement due to lock timeout"));
        }
    }

    @Test
    void theAnswerTakesTooLong() {
        server.execute("create view alembic_version as select pg_sleep(60)::text as version_num");

        assertThat(read(server.url(), impatient(Duration.ofMillis(500))))
                .isEqualTo(unread(Obstacle.UNREACHABLE, place() + ": canceling statement due to statement timeout"));
    }

    @Test
    void theConnectionIsLostBetweenTwoReadings() {
        server.execute("create table alembic_version (version_num text)");
        String role = server.role(SECRET);
        server.execute("grant select on alembic_version to " + role);
        try (Database database = database(server.url(role, ENCODED), PATIENT)) {
            assertThat(database.read(TABLE)).isInstanceOf(TableRead.Rows.class);
            server.query("select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = '" + role + "'");
            TableRead.NotRead lost =
                    unread(Obstacle.UNREACHABLE, place() + ": terminating connection due to administrator command");

            assertThat(database.read(TABLE)).isEqualTo(lost);
            assertThat(database.read(TABLE)).isEqualTo(lost);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "57P03, the database system is starting up, UNREACHABLE",
        "57P01, terminating connection due to administrator command, UNREACHABLE",
        "53300, too many clients already, UNREACHABLE",
        "28000, no pg_hba.conf entry for host \"::1\", REFUSED",
        "08P01, no such database: db, REFUSED",
        "XX000, could not open relation, REFUSED",
    })
    void theServerComplains(String sqlState, String message, Obstacle obstacle) throws IOException {
        try (Listener complaining = Listener.complaining(sqlState, message)) {
            assertThat(read(address(complaining.port()) + "?sslmode=disable"))
                    .isEqualTo(unread(obstacle, "localhost:" + complaining.port() + ": " + message));
        }
    }

    @Test
    void aServerThatRepeatsThePasswordIsSilenced() throws IOException {
        String told = "no: " + SECRET + "\n  nor " + ENCODED + "\tnor " + ENCODED.replace("%20", "+") + " at all";
        try (Listener gossip = Listener.complaining("28000", told)) {
            assertThat(read(address(gossip.port()) + "?sslmode=disable"))
                    .isEqualTo(unread(
                            Obstacle.REFUSED, "localhost:" + gossip.port() + ": no: *** nor *** nor *** at all"));
        }
    }

    @Test
    void nothingThatPrintsHoldsThePassword() {
        DatabaseAddress address = DatabaseAddress.parse(
                "postgresql://u:" + ENCODED + "@host/db?sslpassword=" + ENCODED, Path.of("/nowhere"));
        try (JdbiDatabase database = new JdbiDatabase(DatabaseName.DEFAULT, address, PATIENT)) {
            assertThat(List.of(
                            address.toString(),
                            address.target(),
                            database.target(),
                            ((PostgresAddress) address).secrets().toString(),
                            ((PostgresAddress) address).properties().toString()))
                    .noneMatch(text -> text.contains("c4n"));
        }
    }

    /** For the few answers that come in the words of the driver, which speaks the user's language. */
    private void assertRefused(TableRead.NotRead unread) {
        assertThat(unread.obstacle()).isEqualTo(Obstacle.REFUSED);
        assertThat(unread.reason()).startsWith(place() + ": ").hasSizeGreaterThan(place().length() + 10);
    }

    private String place() {
        return "localhost:" + server.port();
    }

    private static String address(int port) {
        return "postgresql://u:" + ENCODED + "@localhost:" + port + "/db";
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
        return new Timeouts(PATIENT.connect(), statement);
    }

    private static TableRead.NotRead read(String address) {
        return read(address, PATIENT);
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
