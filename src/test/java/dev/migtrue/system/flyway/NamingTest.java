package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Kind;
import dev.migtrue.model.MigrationId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.baseline.BaselineMigrationConfigurationExtension;
import org.flywaydb.core.internal.resource.ResourceName;
import org.flywaydb.core.internal.resource.ResourceNameParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTest {

    private static final List<String> PIECES = List.of(
            "V",
            "v",
            "R",
            "B",
            "U",
            "M",
            "__",
            "_",
            "-",
            ".",
            "1",
            "2_0",
            "03",
            "1.2",
            "a",
            "add users",
            "before",
            "beforeMigrate",
            ".sql",
            ".SQL",
            ".pg",
            ".txt",
            " ");

    static Stream<Naming> namings() {
        return Stream.of(
                Naming.DEFAULT,
                new Naming("", "R", "B", "U", "__", List.of(".sql")),
                new Naming("M", "Re", "Ba", "Un", "-", List.of(".pg.sql", ".sql")),
                new Naming("V", "VR", "B", "U", "_", List.of(".sql", "")));
    }

    @ParameterizedTest
    @MethodSource("namings")
    void namesAreReadAsFlywayReadsThem(Naming naming) {
        ResourceNameParser parser = new ResourceNameParser(configured(naming));
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            String name = name(random);
            // The free Flyway does not know files that take migrations back.
            Optional<ScriptName> ours = naming.sql(name).filter(said -> said.kind() != Kind.UNDO);
            assertThat(ours.map(NamingTest::told)).as(name).isEqualTo(flyway(naming, parser, name));
        }
    }

    @Test
    void aMigrationOfEachKindHasAnIdOfItsOwn() {
        assertThat(Stream.of("V5__a.sql", "B5__a.sql", "U5.0__a.sql", "R__5.sql", "V05.sql")
                        .map(NamingTest::id))
                .containsExactly("5", "B5", "U5", "R__5", "5");
    }

    @Test
    void repeatableMigrationsOfOneDescriptionHaveOneId() {
        assertThat(id("R__refresh_views.sql")).isEqualTo(id("R__refresh views.sql"));
    }

    @Test
    void anIdOfALongDescriptionIsThatOfItsRow() {
        String stored = "x".repeat(197) + "...";

        assertThat(id("R__" + "x".repeat(300) + ".sql")).isEqualTo("R__" + stored);
        assertThat(new ScriptName.Repeatable(stored).id()).isEqualTo(new MigrationId("R__" + stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1__x.sh", "V1__x.py", "V1__x.PS1", "V1__X.java", "V1__X.kt", "V1__x"})
    void scriptsAndClassesAreMigrationsToo(String name) {
        assertThat(id(name)).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"V1.java", "R.java", "Version.java", "V1__x.md", "V1__x.sql.conf", "U__x.sql", "README.sql"})
    void otherFilesAreNone(String name) {
        assertThat(Naming.DEFAULT.parse(name)).isEmpty();
    }

    @Test
    void runVersionsInOrderAndThenWhatIsRepeatable() {
        assertThat(Stream.of("R__a.sql", "V10__a.sql", "B2__a.sql", "V2__a.sql", "R__A.sql", "V1.5__z.sql")
                        .flatMap(name -> Naming.DEFAULT.parse(name).stream())
                        .sorted(ScriptName.EXECUTION_ORDER)
                        .map(name -> name.id().value()))
                .containsExactly("1.5", "2", "B2", "10", "R__A", "R__a");
    }

    private static String id(String fileName) {
        return Naming.DEFAULT.parse(fileName).orElseThrow().id().value();
    }

    /** Every part of what a name says, as text. */
    private static String told(ScriptName name) {
        return switch (name) {
            case ScriptName.Numbered numbered -> numbered.kind() + " " + numbered.version() + " " + name.description();
            case ScriptName.Repeatable repeatable -> repeatable.kind() + " " + repeatable.description();
        };
    }

    private static Optional<String> flyway(Naming naming, ResourceNameParser parser, String fileName) {
        ResourceName name = parser.parse(fileName);
        boolean isOurs = naming.sqlStem(fileName).isPresent()
                && name.isValid()
                && Set.of(naming.versioned(), naming.repeatable(), naming.baseline())
                        .contains(name.getPrefix());
        return isOurs ? Optional.of(told(naming, name)) : Optional.empty();
    }

    private static String told(Naming naming, ResourceName name) {
        if (name.getPrefix().equals(naming.repeatable())) {
            return Kind.REPEATABLE + " " + name.getDescription();
        }
        Kind kind = name.getPrefix().equals(naming.baseline()) ? Kind.BASELINE : Kind.VERSIONED;
        String version =
                Version.parse(name.getVersion().toString()).orElseThrow().toString();
        return kind + " " + version + " " + name.getDescription();
    }

    private static Configuration configured(Naming naming) {
        var configuration = Flyway.configure()
                .sqlMigrationPrefix(naming.versioned())
                .repeatableSqlMigrationPrefix(naming.repeatable())
                .sqlMigrationSeparator(naming.separator())
                .sqlMigrationSuffixes(naming.suffixes().toArray(String[]::new));
        configuration
                .getPluginRegister()
                .getExact(BaselineMigrationConfigurationExtension.class)
                .setBaselineMigrationPrefix(naming.baseline());
        return configuration;
    }

    private static String name(Random random) {
        String start = random.nextBoolean() ? "V1__" : "";
        return start
                + random.ints(random.nextInt(6), 0, PIECES.size())
                        .mapToObj(PIECES::get)
                        .collect(Collectors.joining())
                + (random.nextInt(4) == 0 ? "" : ".sql");
    }
}
