package dev.migtrue.gather.database.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.effect.Account;
import dev.migtrue.language.effect.Assessment;
import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaDiff;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.testing.MariaDbServer;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the texts of migrations are read as, held against what a server makes of them: nothing may be told of a database that is as it should
 * be, and of one change by hand nothing but that change.
 */
class AccountAgreementTest {

    /** One engine: how its catalogue is read, and how a database of its own is had. */
    private enum Engine {
        POSTGRESQL(Dialect.POSTGRESQL, "public", new PostgresCatalogue()),
        MARIADB(Dialect.MARIADB, "", new MariaDbCatalogue()),
        SQLITE(Dialect.SQLITE, "", new SqliteCatalogue()),
        H2(Dialect.H2, "PUBLIC", new H2Catalogue());

        private final Dialect dialect;
        private final String home;

        /** It holds nothing; the checker cannot know that. */
        @SuppressWarnings("ImmutableEnumChecker")
        private final Catalogue catalogue;

        Engine(Dialect dialect, String home, Catalogue catalogue) {
            this.dialect = dialect;
            this.home = home;
            this.catalogue = catalogue;
        }

        History history() {
            return History.of(dialect, home);
        }

        /** Where definitions cannot be rolled back, all is made anew. */
        void takeBack(Connection connection, Schema live) throws SQLException {
            connection.rollback();
            if (read(connection).text().equals(live.text())) {
                return;
            }
            try (Statement statement = connection.createStatement()) {
                if (this == H2) {
                    statement.execute("drop all objects");
                } else {
                    String name = connection.getCatalog();
                    statement.execute("drop database " + name);
                    statement.execute("create database " + name);
                    statement.execute("use " + name);
                }
            }
            history().run(connection);
        }

        Schema read(Connection connection) {
            return new JdbcQuestions(connection).schema(catalogue);
        }
    }

    @FunctionalInterface
    private interface Use {
        void with(Connection connection) throws SQLException;
    }

    private static void use(Engine engine, Use use) throws SQLException {
        switch (engine) {
            case POSTGRESQL -> use(PostgresServer.freshDatabase(), use);
            case MARIADB -> use(MariaDbServer.freshDatabase(), use);
            case SQLITE -> use("jdbc:sqlite::memory:", use);
            case H2 -> use("jdbc:h2:mem:", use);
        }
    }

    private static void use(ServerDatabase server, Use use) throws SQLException {
        try (server) {
            use(server.jdbcUrl(), use);
        }
    }

    private static void use(String url, Use use) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            use.with(connection);
        }
    }

    /** What was done by hand, and what came of it. */
    private static final class Outcome {
        private final List<String> missed = new ArrayList<>();
        private final List<String> unfounded = new ArrayList<>();
        private int found;
        private int objects;
        private int spokenOf;

        @Override
        public String toString() {
            return "| %d of %d objects | found %d | missed %d | false %d |"
                    .formatted(spokenOf, objects, found, missed.size(), unfounded.size());
        }
    }

    private static Outcome outcome(Engine engine) throws SQLException {
        Outcome outcome = new Outcome();
        Account account = engine.history().account();
        List<String> changes = new ArrayList<>();
        use(engine, connection -> {
            engine.history().run(connection);
            Schema live = engine.read(connection);
            Assessment assessment = account.against(live);
            assertThat(differences(account, live)).isEmpty();
            assertThat(assessment.lost()).isEmpty();
            assertThat(assessment.unexplained()).isEmpty();
            outcome.objects = live.all().size();
            outcome.spokenOf = outcome.objects - assessment.silent().size();
            changes.addAll(new LiveChanges(engine.dialect, live).all());
        });
        use(engine, connection -> {
            connection.setAutoCommit(false);
            engine.history().run(connection);
            connection.commit();
            Schema live = engine.read(connection);
            for (String change : changes) {
                change(engine, connection, account, change, outcome);
                engine.takeBack(connection, live);
            }
        });
        System.out.println("| " + engine + " " + outcome);
        return outcome;
    }

    /** What a server refuses is no change. */
    private static void change(Engine engine, Connection connection, Account account, String change, Outcome outcome)
            throws SQLException {
        Schema before = engine.read(connection);
        // With it goes the search path of the reading.
        connection.rollback();
        try (Statement statement = connection.createStatement()) {
            statement.execute(change);
        } catch (SQLException refused) {
            connection.rollback();
            return;
        }
        Schema after = engine.read(connection);
        Set<ObjectId> all = new TreeSet<>(before.objects().keySet());
        all.addAll(after.objects().keySet());
        // The case in which a name was written that is gone, only the catalogue knew.
        Set<String> really = all.stream()
                .filter(id -> before.find(id).isEmpty() || after.find(id).isEmpty())
                .map(id -> id.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<String> told = differences(account, after).stream()
                .map(difference -> difference.object().toString().toLowerCase(Locale.ROOT))
                .toList();
        told.stream()
                .filter(object -> !really.contains(object))
                .forEach(object -> outcome.unfounded.add(change + ": " + object));
        if (told.stream().anyMatch(really::contains)) {
            outcome.found++;
        } else {
            outcome.missed.add(change);
        }
    }

    private static List<Difference> differences(Account account, Schema live) {
        return SchemaDiff.between(account.against(live).expected(), live).differences();
    }

    @Test
    void onPostgresqlNothingIsToldButWhatWasDoneByHand() throws SQLException {
        Outcome outcome = outcome(Engine.POSTGRESQL);

        assertThat(outcome.unfounded).isEmpty();
        assertThat(outcome.missed)
                // What a loop made under names that it put together, and all whose name begins with one of its words.
                .allMatch(change -> change.contains("events")
                        || change.contains("drafts_by_code")
                        || change.startsWith("create table"))
                .hasSize(13);
    }

    @Test
    void onMariaDbNothingIsToldButWhatWasDoneByHand() throws SQLException {
        Outcome outcome = outcome(Engine.MARIADB);

        assertThat(outcome.unfounded).isEmpty();
        assertThat(outcome.missed).isEmpty();
    }

    @Test
    void onSqliteNothingIsToldButWhatWasDoneByHand() throws SQLException {
        Outcome outcome = outcome(Engine.SQLITE);

        assertThat(outcome.unfounded).isEmpty();
        assertThat(outcome.missed).isEmpty();
    }

    @Test
    void onH2NothingIsToldButWhatWasDoneByHand() throws SQLException {
        Outcome outcome = outcome(Engine.H2);

        assertThat(outcome.unfounded).isEmpty();
        assertThat(outcome.missed).isEmpty();
    }
}
