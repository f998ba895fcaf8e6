package dev.migtrue.report.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.facts.LiveSchema;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.gather.database.catalogue.Catalogue;
import dev.migtrue.gather.database.catalogue.H2Catalogue;
import dev.migtrue.gather.database.catalogue.JdbcQuestions;
import dev.migtrue.gather.database.catalogue.KnownChange;
import dev.migtrue.gather.database.catalogue.MariaDbCatalogue;
import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.Expected;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.Road;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.testing.MariaDbServer;
import dev.migtrue.testing.ServerDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each change that somebody made to a database is drafted, and the draft is run on a database where nobody made it: then both are the same, but
 * for what the draft leaves to a person.
 */
class DraftRoundTripIT {

    /** Makes databases that are as migrations left them. */
    private interface Ground {

        String address();

        String text(String sql);

        Catalogue catalogue();

        Made made() throws SQLException;
    }

    /** One of them. */
    private record Made(Connection connection, Runnable end) implements AutoCloseable {

        void execute(List<String> statements) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
            end.run();
        }
    }

    @Test
    void ofMariaDb() throws SQLException {
        try (ServerDatabase home = MariaDbServer.freshDatabase()) {
            String reader = home.role("secret");
            hold("mariadb", new Ground() {
                @Override
                public String address() {
                    return "mariadb://localhost/app";
                }

                @Override
                public String text(String sql) {
                    return sql.replaceAll("\\breader\\b", reader);
                }

                @Override
                public Catalogue catalogue() {
                    return new MariaDbCatalogue();
                }

                @Override
                public Made made() throws SQLException {
                    ServerDatabase database = MariaDbServer.freshDatabase();
                    return new Made(DriverManager.getConnection(database.jdbcUrl()), database::close);
                }
            });
        }
    }

    @Test
    void ofH2() throws SQLException {
        hold("h2", new Ground() {
            @Override
            public String address() {
                return "h2:file:app";
            }

            @Override
            public String text(String sql) {
                return sql;
            }

            @Override
            public Catalogue catalogue() {
                return new H2Catalogue();
            }

            @Override
            public Made made() throws SQLException {
                return new Made(DriverManager.getConnection("jdbc:h2:mem:"), () -> {});
            }
        });
    }

    private static void hold(String engine, Ground ground) throws SQLException {
        Tally tally = new Tally(engine);
        Schema before;
        try (Made made = made(engine, ground)) {
            before = read(made, ground);
        }
        try (Made empty = ground.made()) {
            tally.count("all that is there", new Trip(ground, read(empty, ground), before), empty);
        }
        try (Kept kept = new Kept(engine, ground, before)) {
            for (KnownChange change : KnownChange.of(engine).toList()) {
                Made made = kept.asItWas();
                made.execute(Arrays.asList(ground.text(change.sql()).split("; (?=create|alter)")));
                Schema after = read(made, ground);
                tally.count("back from: " + change.sql(), new Trip(ground, after, before), made);
                tally.count(change.sql(), new Trip(ground, before, after), kept.asItWas());
            }
        }
        System.out.println(tally);
        assertThat(tally.failures).isEmpty();
    }

    private static Made made(String engine, Ground ground) throws SQLException {
        Made made = ground.made();
        made.execute(Arrays.asList(ground.text(KnownChange.made(engine)).strip().split("\n\n")));
        return made;
    }

    /** A database for many changes: where drafts led back to what it was, it need not be made anew. */
    private static final class Kept implements AutoCloseable {

        private final String engine;
        private final Ground ground;
        private final Schema before;
        private Made made;

        Kept(String engine, Ground ground, Schema before) throws SQLException {
            this.engine = engine;
            this.ground = ground;
            this.before = before;
            this.made = made(engine, ground);
        }

        Made asItWas() throws SQLException {
            Schema now = read(made, ground);
            if (!now.equals(before)) {
                List<Step> back = new Trip(ground, now, before).draft();
                if (back.stream().allMatch(Step.Guarded.class::isInstance)) {
                    made.execute(sql(back, Set.of(Step.Guarded.class)));
                }
            }
            if (!read(made, ground).equals(before)) {
                made.close();
                made = made(engine, ground);
            }
            return made;
        }

        @Override
        public void close() throws SQLException {
            made.close();
        }
    }

    private static Schema read(Made made, Ground ground) {
        return new JdbcQuestions(made.connection()).schema(ground.catalogue());
    }

    /** From what migrations build to what is there. */
    private record Trip(Ground ground, Schema from, Schema to) {

        List<Step> draft() {
            SchemaView view = view(from);
            return new Steps(view, Scribe.of(ground.address(), Sides.of(view))).all();
        }

        /** What is told where this is expected: not partitions, which jobs make. */
        List<Difference> told(Schema expected) {
            return view(expected).deviations().stream()
                    .flatMap(
                            deviation -> Stream.concat(Stream.of(deviation.cause()), deviation.consequences().stream()))
                    .toList();
        }

        private SchemaView view(Schema expected) {
            return SchemaView.of(
                    new LiveSchema.Read(to),
                    new Expected.Known(expected, Road.SNAPSHOT, "", List.of(), List.of()),
                    List.of());
        }

        /** What still differs after a draft was run, twice where that does no harm, and what it suggests was done. */
        List<Difference> left(List<Step> draft, Made copy) throws SQLException {
            List<String> written = sql(draft, Set.of(Step.Guarded.class, Step.Bare.class));
            copy.execute(written);
            copy.execute(sql(draft, Set.of(Step.Guarded.class)));
            if (written.isEmpty()) {
                assertThat(read(copy, ground)).isEqualTo(from);
            }
            copy.execute(sql(draft, Set.of(Step.ByHand.class)));
            return told(read(copy, ground));
        }
    }

    private static List<String> sql(List<Step> steps, Set<Class<? extends Step>> kinds) {
        return steps.stream()
                .filter(step -> kinds.contains(step.getClass()))
                .flatMap(step -> step.sql().stream())
                .toList();
    }

    /** What became of the changes of an engine. */
    private static final class Tally {

        private final String engine;
        private final List<String> failures = new ArrayList<>();
        private int changes;
        private int drafted;
        private int suggested;
        private int inWords;

        Tally(String engine) {
            this.engine = engine;
        }

        /** Only of what no statement was written may anything differ. */
        void count(String what, Trip trip, Made copy) {
            changes++;
            List<Step> draft = trip.draft();
            try {
                List<Difference> left = trip.left(draft, copy);
                boolean isMissed = draft.isEmpty() && !trip.told(trip.from).isEmpty();
                if (isMissed || !left.stream().allMatch(difference -> isLeft(difference.object(), draft))) {
                    failures.add(what + "\n  " + draft + "\n  " + left);
                    return;
                }
            } catch (SQLException problem) {
                failures.add(what + "\n  " + draft + "\n  " + problem.getMessage());
                return;
            }
            boolean isByHand = draft.stream().anyMatch(Step.ByHand.class::isInstance);
            boolean isInWords = draft.stream().anyMatch(step -> step.sql().isEmpty());
            drafted += isByHand ? 0 : 1;
            suggested += isByHand && !isInWords ? 1 : 0;
            inWords += isInWords ? 1 : 0;
        }

        private static boolean isLeft(ObjectId id, List<Step> draft) {
            return draft.stream()
                    .filter(step -> step.sql().isEmpty())
                    .map(step -> step.toString())
                    .anyMatch(words -> names(words, id));
        }

        private static boolean names(String words, ObjectId id) {
            return words.contains(id.toString()) || words.contains(id.qualified());
        }

        @Override
        public String toString() {
            return """
                    | drafts for | changes | drafted | commented, with a statement | commented, in words | failed |
                    | %s | %d | %d | %d | %d | %d |""".formatted(engine, changes, drafted, suggested, inWords, failures.size());
        }
    }
}
