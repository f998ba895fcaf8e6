package dev.migtrue.gather.database.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.gather.database.catalogue.liquibase.LiquibaseCatalogue;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Omission;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaDiff;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of Liquibase's snapshots, on real databases that it knows: each change is made to one of its own. What it misses has to be
 * declared as not compared, or stands here by name.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiquibaseCatalogueTest {

    /** What the library does not see and no kind or property of this list stands for. */
    private static final Set<String> MISSED = Set.of(
            // H2: the library takes these types for the same.
            "alter table people alter column seen set data type timestamp(6)",
            "alter table people alter column counted set data type integer",
            // Where NULL goes is no part of a snapshot.
            "drop index by_name; create index by_name on people (name, age desc nulls first)",
            // The other index is the same to the library as the one of a key on these columns, and not read further.
            "drop index by_name; create index by_name on people (name, age)",
            // HSQLDB forgets the direction itself.
            "drop index by_name; create index by_name on people (name, salary)");

    /** An invisible column is none to the library, and one that becomes visible is new. */
    private static final Set<String> TOLD_OTHERWISE = Set.of("alter table audit.entries alter column what set visible");

    /** Databases that are given up: to read a materialized view of H2, the library takes an absent text for one. */
    private static final Set<String> REFUSED = Set.of("create materialized view ages as select age from people");

    private final Map<Engine, Schema> before = new EnumMap<>(Engine.class);
    private final Map<Engine, List<String>> missed = new EnumMap<>(Engine.class);
    private int found;

    /** A database that Liquibase knows, with what it does not read there. */
    enum Engine {
        H2(
                "jdbc:h2:mem:",
                "SELECT schema_name AS \"name\" FROM information_schema.schemata WHERE schema_name <> 'INFORMATION_SCHEMA'",
                "CONSTRAINT_[0-9A-F_]+|PRIMARY_KEY_\\w+|\\w+_INDEX_[0-9A-F]+",
                EnumSet.of(
                        ObjectKind.CHECK_CONSTRAINT,
                        ObjectKind.DOMAIN,
                        ObjectKind.FUNCTION,
                        ObjectKind.TRIGGER,
                        ObjectKind.CONSTANT,
                        ObjectKind.SYNONYM),
                properties(
                        ObjectKind.COLUMN,
                        "on update",
                        "default on null",
                        "visible",
                        "generated",
                        "identity",
                        "identity sequence"),
                properties(ObjectKind.UNIQUE_CONSTRAINT, "nulls distinct"),
                properties(ObjectKind.TABLE, "granted to READER"),
                properties(ObjectKind.SEQUENCE, "counts")),
        HSQLDB(
                "jdbc:hsqldb:mem:%d",
                "SELECT schema_name AS \"name\" FROM information_schema.schemata"
                        + " WHERE schema_name NOT IN ('INFORMATION_SCHEMA', 'SYSTEM_LOBS', 'DEFINITION_SCHEMA')",
                "SYS_(PK|CT|FK|IDX)_\\w+",
                EnumSet.of(ObjectKind.CHECK_CONSTRAINT),
                properties(ObjectKind.SEQUENCE, "increment"));

        private final String url;

        @SuppressWarnings("ImmutableEnumChecker")
        private final LiquibaseCatalogue catalogue;

        Engine(String url, String schemas, String generated, Set<ObjectKind> kinds, Omission... properties) {
            this.url = url;
            List<Omission> omissions = new ArrayList<>(List.of(properties));
            omissions.add(new Omission.Kinds(kinds, "liquibase-core does not tell"));
            this.catalogue =
                    new LiquibaseCatalogue(schemas, schemas, Optional.empty(), Pattern.compile(generated), omissions);
        }

        private static Omission properties(ObjectKind kind, String... properties) {
            return new Omission.Properties(kind, Set.of(properties), "liquibase-core does not tell");
        }

        private String folder() {
            return name().toLowerCase(Locale.ROOT);
        }

        Connection made() throws SQLException {
            Connection connection = DriverManager.getConnection(url.formatted(MADE.incrementAndGet()));
            execute(connection, KnownChange.made(folder()).strip().split("\n\n"));
            return connection;
        }

        Schema read(Connection connection) {
            return new JdbcQuestions(connection).schema(catalogue);
        }
    }

    /** Databases in memory that have the same name are one. */
    private static final AtomicInteger MADE = new AtomicInteger();

    record Case(Engine engine, KnownChange change) {

        @Override
        public String toString() {
            return engine + ": " + change;
        }
    }

    @BeforeAll
    void make() throws SQLException {
        for (Engine engine : Engine.values()) {
            try (Connection connection = engine.made()) {
                before.put(engine, engine.read(connection));
            }
            missed.put(engine, new ArrayList<>());
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static Stream<Case> changes() {
        return Stream.of(Engine.values())
                .flatMap(engine -> KnownChange.of(engine.folder())
                        .filter(change -> !REFUSED.contains(change.sql()))
                        .map(change -> new Case(engine, change)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsFoundOrDeclaredAndNothingElseIsTold(Case one) throws SQLException {
        Set<String> told = told(one);
        Set<String> expected = TOLD_OTHERWISE.contains(one.change().sql())
                ? new HashSet<>(told)
                : one.change().differences().stream()
                        .map(LiquibaseCatalogueTest::subject)
                        .collect(Collectors.toCollection(HashSet::new));

        assertThat(told).as("nothing is told that did not change").isSubsetOf(expected);
        expected.removeAll(told);
        if (expected.isEmpty()) {
            found++;
            return;
        }
        Objects.requireNonNull(missed.get(one.engine())).add(one.change().sql());
        assertThat(MISSED.contains(one.change().sql())
                        || expected.stream().allMatch(subject -> isDeclared(one.engine(), subject)))
                .as("what is missed is declared: " + expected)
                .isTrue();
    }

    private Set<String> told(Case one) throws SQLException {
        try (Connection connection = one.engine().made()) {
            execute(connection, one.change().sql().split("; (?=create|alter)"));
            SchemaDiff diff = SchemaDiff.between(
                    Objects.requireNonNull(before.get(one.engine())),
                    one.engine().read(connection),
                    one.engine().catalogue.omissions());
            return Tally.told(diff).stream()
                    .map(LiquibaseCatalogueTest::subject)
                    .collect(Collectors.toSet());
        }
    }

    /** Which object, and which property of it: engines print values in their own ways. */
    private static String subject(String difference) {
        return difference.replaceFirst("( changed|: .*| -> .*)$", "");
    }

    private static boolean isDeclared(Engine engine, String subject) {
        String object = subject.replaceFirst("^(missing|unexpected) ", "");
        return engine.catalogue.omissions().stream().anyMatch(omission -> switch (omission) {
            case Omission.Kinds some -> some.kinds().stream().anyMatch(kind -> object.startsWith(kind.words() + " "));
            case Omission.Properties some ->
                object.startsWith(some.kind().words() + " ")
                        && some.properties().stream().anyMatch(property -> object.endsWith(" " + property));
            case Omission.Objects none -> false;
            case Omission.Counted none -> false;
            case Omission.Strangers none -> false;
        });
    }

    @ParameterizedTest
    @EnumSource
    void databasesThatAreMadeTheSameAreTheSame(Engine engine) throws SQLException {
        try (Connection connection = engine.made()) {
            assertThat(engine.read(connection)).isEqualTo(before.get(engine));
        }
    }

    /** The library keeps identity columns and executors for the whole JVM, if nobody clears them away. */
    @Test
    void nothingOfOneSnapshotIsLeftInTheNext() throws SQLException {
        try (Connection full = Engine.HSQLDB.made();
                Connection empty = DriverManager.getConnection("jdbc:hsqldb:mem:empty")) {
            Schema read = Engine.HSQLDB.read(full);

            assertThat(Engine.HSQLDB.read(empty).all()).hasSize(1);
            assertThat(Engine.HSQLDB.read(full)).isEqualTo(read);
        }
    }

    /** A database that is opened so takes no write from anybody. */
    @Test
    void aSnapshotIsTakenOfWhatCannotBeWritten(@TempDir Path folder) throws SQLException {
        String url = "jdbc:h2:" + folder.resolve("app");
        try (Connection connection = DriverManager.getConnection(url)) {
            execute(connection, KnownChange.made("h2").strip().split("\n\n"));
        }
        try (Connection connection = DriverManager.getConnection(url + ";ACCESS_MODE_DATA=r")) {
            assertThat(Engine.H2.read(connection)).isEqualTo(before.get(Engine.H2));
        }
    }

    @Test
    void whatTheLibraryStumblesOverIsAReasonAndNoSchema() throws SQLException {
        try (Connection connection = Engine.H2.made()) {
            execute(connection, REFUSED.iterator().next());

            assertThatThrownBy(() -> Engine.H2.read(connection))
                    .isInstanceOf(CatalogueException.class)
                    .hasMessageStartingWith("liquibase-core cannot read the schema: ");
        }
    }

    @AfterAll
    void tell() {
        System.out.printf("liquibase-core on H2 and HSQLDB: %d changes found, missed:%n", found);
        missed.forEach(
                (engine, sql) -> System.out.printf("%s: %d%n  %s%n", engine, sql.size(), String.join("\n  ", sql)));
    }
}
