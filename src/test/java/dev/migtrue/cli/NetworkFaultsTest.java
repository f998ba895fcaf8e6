package dev.migtrue.cli;

import static dev.migtrue.cli.Fault.refused;
import static dev.migtrue.cli.Fault.unreachable;

import dev.migtrue.cli.Fault.Waiting;
import dev.migtrue.gather.database.Listener;
import dev.migtrue.testing.BlackHole;
import dev.migtrue.testing.FaultyProxy;
import dev.migtrue.testing.MariaDbServer;
import dev.migtrue.testing.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong between here and a server, for each kind of server. */
class NetworkFaultsTest {

    /** More than any server says before it is asked for rows, and less than it says then. */
    private static final int HALF = 30_000;

    private static final String[] LARGE = {
        "create table alembic_version (version_num text)", "insert into alembic_version values (repeat('x', 60000))"
    };

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

    /** The kinds of databases that are servers. */
    private enum Kind {
        POSTGRESQL("postgresql://%1$s:%2$s@%3$s:%4$d/db"),
        MARIADB("mysql://%1$s:%2$s@%3$s:%4$d/db"),
        H2("jdbc:h2:tcp://%3$s:%4$d/./app;USER=%1$s;PASSWORD=%2$s");

        private final String form;

        Kind(String form) {
            this.form = form;
        }

        String address(String host, int port) {
            return form.formatted("app", Stage.CANARY, host, port);
        }

        String address(int port) {
            return address("localhost", port);
        }

        /** The address of a server with a large table, seen through a proxy that fails in the midst of it. */
        String address(Stage stage, FaultyProxy.Fault fault) throws SQLException {
            return switch (this) {
                case POSTGRESQL -> {
                    var database = stage.postgres(LARGE);
                    yield through(stage, database.port(), Stage.readable(database), fault);
                }
                case MARIADB -> {
                    var database = stage.mariaDb(LARGE);
                    yield through(stage, database.port(), Stage.readable(database), fault);
                }
                case H2 -> {
                    int port = h2(stage);
                    yield through(
                            stage,
                            port,
                            "jdbc:h2:tcp://localhost:" + port + "/./app;USER=sa;PASSWORD=" + Stage.CANARY_VALUE,
                            fault);
                }
            };
        }

        private static String through(Stage stage, int port, String address, FaultyProxy.Fault fault) {
            FaultyProxy proxy = stage.using(new FaultyProxy(port, HALF, fault));
            return address.replace("localhost:" + port, "localhost:" + proxy.port());
        }

        private static int h2(Stage stage) throws SQLException {
            try (Connection owner =
                    DriverManager.getConnection("jdbc:h2:" + stage.folder().resolve("app"), "sa", Stage.CANARY_VALUE)) {
                for (String sql : LARGE) {
                    owner.createStatement().execute(sql);
                }
            }
            Server server = Server.createTcpServer(
                            "-tcpPort", "0", "-baseDir", stage.folder().toString())
                    .start();
            stage.using(server::stop);
            return server.getPort();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isToldInOneLineAndNothingWaitsForLong(Fault fault) {
        shop.meets(fault);
    }

    private static Stream<Fault> faults() {
        return Stream.concat(Stream.of(Kind.values()).flatMap(NetworkFaultsTest::ofAll), ofSome());
    }

    private static Stream<Fault> ofAll(Kind kind) {
        return Stream.of(
                unreachable(
                        kind + ": nobody listens",
                        Waiting.LONG,
                        ": connection refused",
                        stage -> kind.address(unusedPort())),
                unreachable(
                        kind + ": calls are swallowed",
                        Waiting.BRIEF,
                        ": no answer within 1 s",
                        stage -> kind.address(
                                "127.0.0.1", stage.using(new BlackHole()).port())),
                unreachable(
                        kind + ": no such host",
                        Waiting.LONG,
                        "no-such-host.invalid:5432: unknown host",
                        stage -> kind.address("no-such-host.invalid", 5432)),
                unreachable(
                        kind + ": somebody accepts and stays silent",
                        Waiting.BRIEF,
                        ": no answer within ",
                        stage -> kind.address(stage.using(Listener.silent()).port())),
                unreachable(
                        kind + ": the answer stops half way",
                        // H2 knows but one limit for both.
                        kind == Kind.H2 ? Waiting.BRIEF : Waiting.BRIEF_FOR_ANSWERS,
                        ": no answer within ",
                        stage -> kind.address(stage, FaultyProxy.Fault.SILENCE)),
                unreachable(
                        kind + ": the connection is reset half way through the answer",
                        Waiting.LONG,
                        "localhost:",
                        stage -> kind.address(stage, FaultyProxy.Fault.RESET)),
                unreachable(
                        kind + ": the connection ends half way through the answer",
                        Waiting.LONG,
                        "localhost:",
                        stage -> kind.address(stage, FaultyProxy.Fault.END)));
    }

    private static Stream<Fault> ofSome() {
        String web = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
        return Stream.of(
                refused(
                        "PostgreSQL: a web server",
                        "does not speak PostgreSQL's protocol",
                        stage -> Kind.POSTGRESQL.address(
                                stage.using(Listener.saying(web)).port())),
                // Which waits to be spoken to, as a client of MariaDB does: neither says a word.
                unreachable(
                        "MariaDB: a web server",
                        Waiting.BRIEF,
                        ": no answer within 1 s",
                        stage -> Kind.MARIADB.address(
                                stage.using(Listener.saying(web)).port())),
                refused(
                        "H2: a web server",
                        "does not speak H2's protocol",
                        stage -> Kind.H2.address(
                                stage.using(Listener.saying(web)).port())),
                refused(
                        "PostgreSQL: MariaDB",
                        "does not speak PostgreSQL's protocol",
                        stage -> Kind.POSTGRESQL.address(stage.mariaDb().port())),
                unreachable(
                        "MariaDB: PostgreSQL",
                        Waiting.BRIEF,
                        ": no answer within 1 s",
                        stage -> Kind.MARIADB.address(stage.postgres().port())));
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
