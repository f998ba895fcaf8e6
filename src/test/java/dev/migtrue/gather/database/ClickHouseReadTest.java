package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Row;
import dev.migtrue.model.VersionTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ClickHouse's real driver, and answers in the server's format; no server itself is here. */
class ClickHouseReadTest {

    private static final VersionTable GOLANG = new VersionTable(
            Optional.empty(), "schema_migrations", List.of("version", "dirty"), List.of("note"), List.of("version"));

    private static final List<String> COLUMNS =
            List.of("database String", "table String", "place String", "name String");

    private final ClickHouseAnswers server = new ClickHouseAnswers();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @Test
    void theTableIsFoundAndItsRowsAreRead() {
        server.rows(
                        "system.columns",
                        COLUMNS,
                        List.of(
                                List.of("shop", "schema_migrations", "HOME", "version"),
                                List.of("shop", "schema_migrations", "HOME", "dirty"),
                                List.of("shop", "schema_migrations", "HOME", "note")))
                .rows(
                        "\"shop\".\"schema_migrations\"",
                        List.of("version Int64", "dirty Bool", "note Nullable(String)"),
                        List.of(List.of("20260101", "0", ""), List.of("20260102", "1", "it's \u00e9")));

        assertThat(read(GOLANG))
                .isEqualTo(new TableRead.Rows(
                        "schema_migrations",
                        List.of(
                                Row.of(Map.of("version", "20260101", "dirty", "false")),
                                Row.of(Map.of("version", "20260102", "dirty", "true", "note", "it's \u00e9")))));
        assertThat(server.asked())
                .as("sent nothing but reads")
                .isNotEmpty()
                .allSatisfy(sql -> assertThat(sql).startsWith("SELECT "));
        assertThat(server.parameters())
                .allSatisfy(query -> assertThat(query.split("&")).contains("readonly=1"));
        assertThat(server.databases()).containsOnly("shop");
        assertThat(server.asked()).anySatisfy(sql -> assertThat(sql).contains("lower('schema_migrations')"));
    }

    @Test
    void whatTheServerDoesNotKnowIsNoTable() {
        server.rows("system.columns", COLUMNS, List.of())
                .failure("FROM \"schema_migrations\" WHERE 1 = 0", 60, "Unknown table expression. (UNKNOWN_TABLE)");

        assertThat(read(GOLANG)).isEqualTo(new TableRead.NoTable());
    }

    @Test
    void whatOneMayNotReadIsNotTakenForAbsent() {
        server.rows("system.columns", COLUMNS, List.of())
                .failure(
                        "FROM \"schema_migrations\" WHERE 1 = 0",
                        497,
                        "reader: Not enough privileges. To execute this query, it's necessary to have the grant"
                                + " SELECT ON shop.schema_migrations. (ACCESS_DENIED)");

        assertThat(read(GOLANG))
                .isEqualTo(new TableRead.NotRead(
                        Obstacle.REFUSED,
                        "127.0.0.1:" + server.port()
                                + ": reader: Not enough privileges. To execute this query, it's necessary to have the"
                                + " grant SELECT ON shop.schema_migrations. (ACCESS_DENIED)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "516 | us3r: Authentication failed: password is incorrect (AUTHENTICATION_FAILED) | REFUSED",
                "81  | Database shop does not exist. (UNKNOWN_DATABASE) | REFUSED",
                "159 | Timeout exceeded: elapsed 5.1 seconds. (TIMEOUT_EXCEEDED) | UNREACHABLE",
                "202 | Too many simultaneous queries. (TOO_MANY_SIMULTANEOUS_QUERIES) | UNREACHABLE",
            })
    void theNumberOfAFailureTellsWhatItMeans(int code, String message, Obstacle obstacle) {
        server.failure("", code, message + " s3cret");

        assertThat(read(GOLANG)).isInstanceOfSatisfying(TableRead.NotRead.class, unread -> {
            assertThat(unread.obstacle()).isEqualTo(obstacle);
            assertThat(unread.reason()).isEqualToIgnoringCase("127.0.0.1:" + server.port() + ": " + message + " ***");
        });
    }

    private TableRead read(VersionTable table) {
        DatabaseAddress address = DatabaseAddress.parse(
                "clickhouse://us3r:s3cret@127.0.0.1:" + server.port() + "/shop", Path.of("/nowhere"));
        try (Database database =
                new JdbiDatabase(DatabaseName.DEFAULT, address, TriedEngine.PATIENT, BroughtDrivers.folder())) {
            return database.read(table);
        }
    }
}
