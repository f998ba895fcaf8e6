package dev.migtrue.gather.database.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.database.DatabaseAddress;
import dev.migtrue.gather.database.JdbiDatabase;
import dev.migtrue.gather.database.SchemaRead;
import dev.migtrue.gather.database.Timeouts;
import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaDiff;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.testing.MariaDbServer;
import dev.migtrue.testing.ServerDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No change here can be rolled back: what one has touched is made anew after it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MariaDbCatalogueTest {

    private final Tally tally = new Tally("MariaDB");
    private final ServerDatabase server = MariaDbServer.freshDatabase();
    private final String reader = server.role("secret");
    private final Connection connection;
    private Schema before = Schema.EMPTY;

    MariaDbCatalogueTest() throws SQLException {
        connection = DriverManager.getConnection(server.jdbcUrl());
    }

    @BeforeAll
    void make() {
        make(server);
        before = read(server);
    }

    private void make(ServerDatabase database) {
        database.execute(made());
    }

    private String[] made() {
        return named(KnownChange.made("mariadb")).strip().split("\n\n");
    }

    /** Roles are not the database's own. */
    private String named(String sql) {
        return sql.replaceAll("\\breader\\b", reader);
    }

    private static Schema read(ServerDatabase database) {
        return schema(database.url());
    }

    private static Schema schema(String url) {
        try (JdbiDatabase database = new JdbiDatabase(
                DatabaseName.DEFAULT, DatabaseAddress.parse(url, Path.of("/nowhere")), Timeouts.DEFAULT)) {
            return switch (database.readSchema()) {
                case SchemaRead.Read done -> done.schema();
                case SchemaRead.NotRead unread -> throw new AssertionError(unread.why().reason());
            };
        }
    }

    static Stream<KnownChange> changes() {
        return KnownChange.of("mariadb");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsFoundAndNothingElse(KnownChange change) {
        KnownChange here = new KnownChange(
                named(change.sql()),
                change.differences().stream().map(this::named).toList());
        server.execute(here.sql().split("; (?=create|alter)"));
        Schema after = new JdbcQuestions(connection).schema(new MariaDbCatalogue());
        takeBack(after);

        tally.check(here, before, after);
    }

    /** Makes anew whatever is not as it was: rights stay when a table goes, and are taken back by themselves. */
    private void takeBack(Schema after) {
        List<String> undo = new ArrayList<>(List.of("set foreign_key_checks = 0"));
        SortedSet<String> touched = new TreeSet<>();
        for (Difference difference : SchemaDiff.between(before, after).differences()) {
            if (difference instanceof Difference.Renamed renamed
                    && renamed.object().kind() == ObjectKind.TABLE) {
                undo.add("rename table " + renamed.actual().id().name() + " to "
                        + renamed.object().name());
                continue;
            }
            ObjectId id = difference instanceof Difference.Renamed renamed ? renamed.actual().id() : difference.object();
            String kind = id.table().isPresent() ? "table" : id.kind().words();
            undo.add("drop " + kind + " if exists " + id.table().orElse(id.name()));
            touched.add(id.table().orElse(id.name()));
            touched.add(difference.object().table().orElse(difference.object().name()));
        }
        if (touched.contains("quiet")) {
            undo.add("revoke all, grant option from " + reader);
        }
        Stream.of(made())
                .filter(statement -> touched.stream().anyMatch(name -> makes(statement, name)))
                .forEach(undo::add);
        server.execute(undo.toArray(String[]::new));
    }

    private static boolean makes(String statement, String name) {
        String start = statement.lines().findFirst().orElseThrow();
        return start.matches("create .*?\\b(table|view|function|procedure|sequence|event) " + name + "\\b.*")
                || start.matches("(create trigger|grant) .*? on " + name + " .*");
    }

    @Test
    void whatIsMadeByTheSameStatementsIsTheSame() {
        try (ServerDatabase again = MariaDbServer.freshDatabase()) {
            make(again);

            assertThat(read(again).text()).isEqualTo(before.text());
        }
    }

    /** What one has no right to is not there, for all that the server says. */
    @Test
    void whatMayBeHiddenIsNotCompared() {
        ServerDatabase own = MariaDbServer.freshDatabase();
        try (own) {
            make(own);
            String role = own.role("secret");
            own.execute("grant select on " + database(own) + ".* to " + role);
            Schema seen = schema(own.url(role, "secret"));

            SchemaDiff diff = SchemaDiff.between(before, seen);

            assertThat(diff.differences()).isEmpty();
            assertThat(diff.kindsNotCompared())
                    .containsExactly(
                            ObjectKind.FOREIGN_KEY, ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.TRIGGER, ObjectKind.EVENT);
            assertThat(diff.notCompared())
                    .extracting(property -> property.object() + " " + property.property())
                    .contains("table people grants", "view adults definition");
        }
    }

    private static String database(ServerDatabase server) {
        return server.query("select database()").getFirst().getFirst();
    }

    @AfterAll
    void tell() throws SQLException {
        System.out.println(tally);
        connection.close();
        server.close();
    }
}
