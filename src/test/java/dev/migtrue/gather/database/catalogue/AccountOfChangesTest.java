package dev.migtrue.gather.database.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.effect.Account;
import dev.migtrue.language.effect.Assessment;
import dev.migtrue.language.schema.Difference;
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
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every change of the lists that the catalogues are tested with, looked for beside the text that made the database: each is found, or what it
 * changes is told as not compared. Nothing else is told.
 */
class AccountOfChangesTest {

    private static final Pattern REWRITE = Pattern.compile("(\\w+): (.+) -> ?(.*)");

    /** What was looked for, and what came of it. */
    private static final class Outcome {
        private final List<String> found = new ArrayList<>();
        private final List<String> open = new ArrayList<>();
        private final List<String> missed = new ArrayList<>();
        private final List<String> unfounded = new ArrayList<>();

        @Override
        public String toString() {
            return "found %d | not compared %d | missed %d | false %d"
                    .formatted(found.size(), open.size(), missed.size(), unfounded.size());
        }
    }

    @FunctionalInterface
    private interface Engine {
        /** What is there once some statements were run on a database that was just made. */
        Schema after(String change) throws SQLException;
    }

    private static Outcome outcome(String engine, Dialect dialect, String home, List<String> made, Engine server)
            throws SQLException {
        return outcome(engine, History.of(dialect, home, made).account(), KnownChange.of(engine), server);
    }

    private static Outcome outcome(String engine, Account account, Stream<KnownChange> changes, Engine server)
            throws SQLException {
        Outcome outcome = new Outcome();
        assertThat(told(account, server.after(""))).isEmpty();
        for (KnownChange change : changes.toList()) {
            if (!change.differences().isEmpty()) {
                judge(outcome, account, change, server.after(change.sql()));
            }
        }
        System.out.println("| " + engine + " | " + outcome + " |");
        if (Boolean.getBoolean("outcome.lines")) {
            outcome.open.forEach(line -> System.out.println("  not compared: " + line));
            outcome.missed.forEach(line -> System.out.println("  missed: " + line));
            outcome.unfounded.forEach(line -> System.out.println("  false: " + line));
        }
        return outcome;
    }

    private static List<Difference> told(Account account, Schema live) {
        Assessment assessment = account.against(live);
        return SchemaDiff.between(assessment.expected(), live, assessment.omissions(live))
                .differences();
    }

    private static void judge(Outcome outcome, Account account, KnownChange change, Schema live) {
        List<String> told = told(account, live).stream().map(Tally::inWords).toList();
        boolean isFound =
                change.differences().stream().anyMatch(line -> told.stream().anyMatch(one -> isOf(line, one)));
        boolean isOpen = change.differences().stream().allMatch(line -> isOpen(line, account.against(live)));
        (isFound ? outcome.found : isOpen ? outcome.open : outcome.missed).add(change.toString());
        told.stream()
                .filter(one -> change.differences().stream().noneMatch(line -> isOf(line, one)))
                .forEach(one -> outcome.unfounded.add(change + " => " + one));
    }

    /**
     * Whether a line is what is to be told: of a change the property, of a new name that the one is gone or the other there. A check without a name
     * goes by what it checks, in which the server puts quotes.
     */
    private static boolean isOf(String line, String told) {
        String bare = told.replace("`", "");
        return property(line).equals(property(told))
                || Arrays.stream(line.replace("`", "").split(" -> "))
                        .anyMatch(name -> bare.equals("missing " + name.replaceFirst("^missing ", ""))
                                || bare.equals("unexpected " + name));
    }

    private static String property(String line) {
        int colon = line.indexOf(": ");
        return colon < 0 ? line.replaceFirst(" changed$", "") : line.substring(0, colon);
    }

    /** Whether the report says that nobody compared what a line is about. */
    private static boolean isOpen(String line, Assessment assessment) {
        boolean isUndecided = assessment.decided().entrySet().stream()
                .noneMatch(entry -> entry.getValue().stream()
                        .anyMatch(property -> property(line).equals(entry.getKey() + " " + property)));
        boolean isOfPresence = line.startsWith("missing ") || line.startsWith("unexpected ");
        String object = line.replaceFirst("^(missing|unexpected) ", "");
        boolean isSilent = assessment.silent().keySet().stream()
                .anyMatch(id -> id.toString().equals(object));
        boolean isOfOther = Stream.of(
                        "aggregate",
                        "operator",
                        "cast",
                        "statistics",
                        "event trigger",
                        "collation",
                        "range type",
                        "exclusion constraint",
                        "schema",
                        "extension",
                        "rule",
                        "constant",
                        "synonym",
                        "foreign table",
                        "function",
                        "event",
                        "composite type")
                .anyMatch(kind -> object.startsWith(kind + " "));
        return isOfPresence ? isSilent || isOfOther : isUndecided;
    }

    @Test
    void onPostgresqlEachChangeIsFoundOrNotCompared() throws SQLException {
        try (ServerDatabase server = PostgresServer.freshDatabase();
                Connection connection = DriverManager.getConnection(server.jdbcUrl())) {
            String reader = server.role("secret");
            String made = KnownChange.made("postgresql").replaceAll("\\breader\\b", reader);
            server.execute(made);
            connection.setAutoCommit(false);
            Outcome outcome = outcome("postgresql", Dialect.POSTGRESQL, "public", List.of(made), change -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(change.replaceAll("\\breader\\b", reader));
                    return new JdbcQuestions(connection).schema(new PostgresCatalogue());
                } finally {
                    connection.rollback();
                }
            });

            assertThat(outcome.unfounded).isEmpty();
            assertThat(outcome.missed).isEmpty();
            assertThat(outcome.found).hasSizeGreaterThan(80);
        }
    }

    @Test
    void onMariaDbEachChangeIsFoundOrNotCompared() throws SQLException {
        try (ServerDatabase server = MariaDbServer.freshDatabase();
                Connection connection = DriverManager.getConnection(server.jdbcUrl())) {
            String reader = server.role("secret");
            List<String> made = List.of(KnownChange.made("mariadb")
                    .replaceAll("\\breader\\b", reader)
                    .strip()
                    .split("\n\n"));
            Outcome outcome = outcome("mariadb", Dialect.MARIADB, "", made, change -> {
                String name = connection.getCatalog();
                run(connection, "drop database " + name, "create database " + name, "use " + name);
                run(connection, made.toArray(new String[0]));
                run(connection, change.replaceAll("\\breader\\b", reader).split("; (?=create|alter)"));
                Schema live = new JdbcQuestions(connection).schema(new MariaDbCatalogue());
                run(connection, "revoke all, grant option from " + reader);
                return live;
            });

            assertThat(outcome.unfounded).isEmpty();
            assertThat(outcome.missed).isEmpty();
            assertThat(outcome.found).hasSizeGreaterThan(50);
        }
    }

    @Test
    void onSqliteEachChangeIsFoundOrNotCompared() throws SQLException {
        List<String> made = List.of(KnownChange.made("sqlite").strip().split(";\n(?=create)"));
        Outcome outcome = outcome("sqlite", Dialect.SQLITE, "", made, change -> {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
                run(connection, made.toArray(new String[0]));
                Matcher rewrite = REWRITE.matcher(change);
                run(connection, rewrite.matches() ? rewritten(connection, rewrite) : new String[] {change});
                return new JdbcQuestions(connection).schema(new SqliteCatalogue());
            }
        });

        assertThat(outcome.unfounded).isEmpty();
        assertThat(outcome.missed).isEmpty();
        assertThat(outcome.found).hasSizeGreaterThan(50);
    }

    private static String[] rewritten(Connection connection, Matcher rewrite) {
        String table = rewrite.group(1);
        String text = new JdbcQuestions(connection)
                .ask("select sql from sqlite_schema where name = '" + table + "'")
                .getFirst()
                .get("sql")
                .orElseThrow();
        String other = text.replace(rewrite.group(2), rewrite.group(3)).replace("'", "''");
        return new String[] {
            "pragma writable_schema = on",
            "update sqlite_schema set sql = '%s' where name = '%s'".formatted(other, table)
        };
    }

    @Test
    void onH2EachChangeIsFoundOrNotCompared() throws SQLException {
        List<String> made = List.of(KnownChange.made("h2").strip().split("\n\n"));
        Outcome outcome = outcome("h2", Dialect.H2, "PUBLIC", made, change -> {
            try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
                run(connection, made.toArray(new String[0]));
                run(connection, change.split("; (?=create|alter)"));
                return new JdbcQuestions(connection).schema(new H2Catalogue());
            }
        });

        assertThat(outcome.unfounded).isEmpty();
        assertThat(outcome.missed).isEmpty();
        assertThat(outcome.found).hasSizeGreaterThan(40);
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                if (!sql.isBlank()) {
                    statement.executeUpdate(sql);
                }
            }
        }
    }
}
