package dev.migtrue.gather.database.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.facts.LiveSchema;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.facts.Uncompared;
import dev.migtrue.gather.database.DatabaseAddress;
import dev.migtrue.gather.database.JdbiDatabase;
import dev.migtrue.gather.database.SchemaRead;
import dev.migtrue.gather.database.Timeouts;
import dev.migtrue.language.schema.Expected;
import dev.migtrue.language.schema.Road;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.testing.Installed;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same statements make the same schema, whichever version of PostgreSQL runs them, and what was changed after that is still told. */
class PostgresVersionsIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theMachinesOwnServerAndTheNewestAreComparedBothWays() throws Exception {
        Installed.orSkip("a PostgreSQL server with pg_dump and psql", InstalledPostgres.isThere());
        try (InstalledPostgres server = InstalledPostgres.start(folder);
                ServerDatabase newest = PostgresServer.freshDatabase()) {
            String reader = newest.role("secret");
            execute(server.jdbcUrl("postgres"), "create role " + reader, "create database older");
            String older = server.jdbcUrl("older");
            for (String made :
                    List.of(KnownChange.made("postgresql"), KnownChange.text("postgresql", "versions.sql"))) {
                String[] statements =
                        made.replaceAll("\\breader\\b", reader).strip().split("\n\n");
                execute(older, statements);
                newest.execute(statements);
            }
            Schema before = read(server.url("older"));
            Schema copy = read(newest.url());
            assertThat(before.all()).hasSizeGreaterThan(200);
            assertThat(before.server()).isNotEqualTo(copy.server());
            holdsClean(before, copy);

            String[] hotfix = {
                "alter table people add column hotfix integer",
                "create or replace view adults as select p.id, p.name, p.age from people p where p.age >= 21",
                "revoke update on t from " + reader,
                "drop extension hstore"
            };
            execute(older, hotfix);
            newest.execute(hotfix);

            for (List<Schema> sides :
                    List.of(List.of(before, read(newest.url())), List.of(copy, read(server.url("older"))))) {
                assertThat(told(view(sides.getFirst(), sides.getLast())))
                        .contains(
                                "unexpected column public.people.hotfix",
                                "view public.adults definition changed",
                                "missing extension hstore")
                        .hasSize(4)
                        .anyMatch(line -> line.startsWith("table public.t granted to " + reader));
            }
            holdsClean(read(server.url("older")), read(newest.url()));
        }
    }

    private static void holdsClean(Schema one, Schema other) {
        for (SchemaView view : List.of(view(one, other), view(other, one))) {
            assertThat(told(view)).isEmpty();
            assertThat(view.uncompared())
                    .extracting(Uncompared::reason)
                    .isNotEmpty()
                    .allMatch(reason -> Stream.of(one, other)
                            .allMatch(side ->
                                    reason.contains(side.server().orElseThrow().toString())));
        }
    }

    private static SchemaView view(Schema expected, Schema actual) {
        return SchemaView.of(
                new LiveSchema.Read(actual),
                new Expected.Known(expected, Road.REPLAY, "the same statements", List.of(), List.of()),
                List.of());
    }

    private static List<String> told(SchemaView view) {
        return view.deviations().stream()
                .flatMap(deviation -> Stream.concat(Stream.of(deviation.cause()), deviation.consequences().stream()))
                .map(Tally::inWords)
                .toList();
    }

    private static void execute(String jdbcUrl, String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Schema read(String url) {
        try (JdbiDatabase database = new JdbiDatabase(
                DatabaseName.DEFAULT, DatabaseAddress.parse(url, Path.of("/nowhere")), Timeouts.DEFAULT)) {
            return switch (database.readSchema()) {
                case SchemaRead.Read done -> done.schema();
                case SchemaRead.NotRead unread ->
                    throw new AssertionError(unread.why().reason());
            };
        }
    }
}
