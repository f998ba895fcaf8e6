package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.VersionTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of faults that the real drivers of SQL Server, Oracle and ClickHouse run into; no server of theirs is here. */
class VendorFaultsTest {

    private static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(1), Duration.ofMillis(500));
    private static final VersionTable ALEMBIC = new VersionTable(
            Optional.empty(), "alembic_version", List.of("version_num"), List.of(), List.of("version_num"));

    @ParameterizedTest
    @EnumSource
    void nobodyListens(Vendor vendor) throws IOException {
        int port = freePort();

        assertThat(read(vendor, port))
                .isEqualTo(new TableRead.NotRead(Obstacle.UNREACHABLE, "127.0.0.1:" + port + ": connection refused"));
    }

    @ParameterizedTest
    @CsvSource({"SQL_SERVER, 1 s", "ORACLE, 1 s", "CLICKHOUSE, 2.5 s"})
    void whoeverListensSaysNothing(Vendor vendor, String limit) throws IOException {
        try (Listener listener = Listener.silent()) {
            assertThat(read(vendor, listener.port()))
                    .isEqualTo(new TableRead.NotRead(
                            Obstacle.UNREACHABLE, "127.0.0.1:" + listener.port() + ": no answer within " + limit));
        }
    }

    @ParameterizedTest
    @CsvSource({"SQL_SERVER, SQL Server", "ORACLE, Oracle", "CLICKHOUSE, ClickHouse"})
    void aWebServerListens(Vendor vendor, String name) throws IOException {
        try (Listener listener = Listener.saying("HTTP/1.1 400 Bad Request\r\nContent-Length: 5\r\n\r\nwhat?")) {
            assertThat(read(vendor, listener.port()))
                    .isEqualTo(new TableRead.NotRead(
                            Obstacle.REFUSED,
                            "127.0.0.1:" + listener.port() + ": what listens there does not speak " + name
                                    + "'s protocol"));
        }
    }

    @Test
    void aWebServerThatAnswersEverythingIsNotRead() throws IOException {
        String page = "<html>" + "<p>nothing to see here</p>".repeat(500) + "</html>";
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + page.length() + "\r\n\r\n" + page;
        try (Listener listener = Listener.saying(answer)) {
            assertThat(read(Vendor.CLICKHOUSE, listener.port()))
                    .isInstanceOfSatisfying(TableRead.NotRead.class, unread -> {
                        assertThat(unread.obstacle()).isEqualTo(Obstacle.REFUSED);
                        assertThat(unread.reason()).startsWith("127.0.0.1:" + listener.port() + ": ");
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({"12514, REFUSED", "12505, REFUSED", "12528, UNREACHABLE", "12519, UNREACHABLE"})
    void oraclesListenerRefuses(int code, Obstacle obstacle) throws IOException {
        String reason =
                "(DESCRIPTION=(TMP=)(VSNNUM=0)(ERR=" + code + ")(ERROR_STACK=(ERROR=(CODE=" + code + ")(EMFI=4))))";
        String packet = "\0" + (char) (12 + reason.length()) + "\0\0\4\0\0\0\4\0\0" + (char) reason.length() + reason;
        try (Listener listener = Listener.saying(packet)) {
            assertThat(read(Vendor.ORACLE, listener.port())).isInstanceOfSatisfying(TableRead.NotRead.class, unread -> {
                assertThat(unread.obstacle()).isEqualTo(obstacle);
                assertThat(unread.reason())
                        .startsWith("127.0.0.1:" + listener.port() + ": ORA-" + code + ": ")
                        .doesNotContain("s3cret", "CONNECTION_ID");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SQL_SERVER, 18456, REFUSED",
        "SQL_SERVER, 4060, REFUSED",
        "SQL_SERVER, 229, REFUSED",
        "SQL_SERVER, 1222, UNREACHABLE",
        "SQL_SERVER, 40613, UNREACHABLE",
        "ORACLE, 1017, REFUSED",
        "ORACLE, 1031, REFUSED",
        "ORACLE, 1033, UNREACHABLE",
        "CLICKHOUSE, 516, REFUSED",
        "CLICKHOUSE, 497, REFUSED",
        "CLICKHOUSE, 241, UNREACHABLE",
    })
    void theServersNumberTellsWhetherItPasses(Vendor vendor, int code, Obstacle obstacle) {
        VendorFailure failure =
                new VendorFailure(vendor, new SQLException("No.", "S0001", code), Duration.ofSeconds(1));

        assertThat(failure.at("h:1").obstacle()).isEqualTo(obstacle);
        assertThat(failure.isAbsence()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"SQL_SERVER, 208", "ORACLE, 942", "CLICKHOUSE, 60", "CLICKHOUSE, 81"})
    void theServersNumberTellsThatSomethingIsNotThere(Vendor vendor, int code) {
        assertThat(new VendorFailure(vendor, new SQLException("No.", "S0001", code), Duration.ofSeconds(1)).isAbsence())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatKeepsVersionTablesFromBeingReadKeepsSchemasToo(Vendor vendor) throws IOException {
        int port = freePort();
        try (Database database = database(vendor, port)) {
            assertThat(database.readSchema())
                    .isEqualTo(new SchemaRead.NotRead(
                            new TableRead.NotRead(Obstacle.UNREACHABLE, "127.0.0.1:" + port + ": connection refused")));
        }
    }

    private static TableRead read(Vendor vendor, int port) {
        try (Database database = database(vendor, port)) {
            return database.read(ALEMBIC);
        }
    }

    private static Database database(Vendor vendor, int port) {
        String at = "127.0.0.1:" + port;
        String address = switch (vendor) {
            case SQL_SERVER -> "jdbc:sqlserver://" + at + ";database=shop;user=us3r;password=s3cret";
            case ORACLE -> "jdbc:oracle:thin:us3r/s3cret@//" + at + "/shop";
            case CLICKHOUSE -> "jdbc:clickhouse://" + at + "/shop?user=us3r&password=s3cret";
        };
        DatabaseAddress parsed = DatabaseAddress.parse(address, Path.of("/nowhere"));
        return new JdbiDatabase(DatabaseName.DEFAULT, parsed, SHORT, BroughtDrivers.folder());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
