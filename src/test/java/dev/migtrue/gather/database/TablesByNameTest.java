package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.DatabaseName;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking for several tables at once. */
class TablesByNameTest {

    private static final Timeouts PATIENT = new Timeouts(Duration.ofMinutes(1), Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    @Test
    void postgresqlTellsWhereEachIsAndWhatItsColumnsAre() {
        try (ServerDatabase server = PostgresServer.freshDatabase();
                Database database = open(server.url())) {
            server.execute(
                    "create table \"SequelizeMeta\" (name text)",
                    "create table migrations (id int, name text)",
                    "create table other (id int)",
                    "create schema sqitch",
                    "create table sqitch.changes (change_id text)");

            assertThat(database.tables(List.of("sequelizemeta", "MIGRATIONS", "changes", "absent")))
                    .containsExactlyInAnyOrder(
                            new FoundTable("public", "SequelizeMeta", FoundTable.Place.HOME, List.of("name")),
                            new FoundTable("public", "migrations", FoundTable.Place.HOME, List.of("id", "name")),
                            new FoundTable("sqitch", "changes", FoundTable.Place.ELSEWHERE, List.of("change_id")));
        }
    }

    @Test
    void sqliteDoesToo() {
        SqliteFolder files = new SqliteFolder(folder);
        files.write("create table Migrations (id int, name text)", "create table other (id int)");

        try (Database database = files.database("app.db")) {
            assertThat(database.tables(List.of("migrations", "absent")))
                    .containsExactly(
                            new FoundTable("main", "Migrations", FoundTable.Place.HOME, List.of("id", "name")));
            assertThat(database.tables(List.of("absent"))).isEmpty();
        }
    }

    @Test
    void aDatabaseThatCannotBeAskedHasNone() {
        try (Database database = new SqliteFolder(folder).database("absent.db")) {
            assertThat(database.tables(List.of("migrations"))).isEmpty();
        }
    }

    private Database open(String address) {
        return new JdbiDatabase(DatabaseName.DEFAULT, DatabaseAddress.parse(address, folder), PATIENT);
    }
}
