package dev.migtrue.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.incident.RealDatabase;
import dev.migtrue.incident.RealDatabase.Engine;
import dev.migtrue.testing.Program;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Libraries cost start-up time where they are used, and nowhere else: which may be touched on which path. */
class StartUpIT {

    private static final Pattern INITIALIZED = Pattern.compile("Initializing '([^']+)'");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theVersionNeedsNoJava() {
        // With this option, Java does not start.
        Map<String, String> environment = Map.of("MIGTRUE_JAVA_OPTS", "-XX:+NoSuchOption");

        assertThat(Program.run(folder, environment, Program.migtrue(), "rules").exitCode())
                .isNotZero();
        for (String option : List.of("--version", "-V")) {
            Program.Run run = Program.run(folder, environment, Program.migtrue(), option);

            assertThat(run.exitCode()).isZero();
            assertThat(run.output()).matches("migtrue \\d+\\.\\d+\\.\\d+\n");
        }
    }

    @Test
    void theProgramTellsTheSameVersion() {
        String byLauncher =
                Program.run(folder, Map.of(), Program.migtrue(), "--version").output();

        Path home = Path.of(Program.migtrue()).resolveSibling("..");
        String java = home.resolve("runtime/bin/java").toString();
        String jar = home.resolve("lib/migtrue.jar").toString();

        assertThat(Program.run(folder, Map.of(), java, "-cp", jar, "dev.migtrue.cli.Main", "--version")
                        .output())
                .isEqualTo(byLauncher);
    }

    @Test
    void aRulePageNeedsNoRepository() throws IOException {
        assertThat(touchedBy(TestRepository.in(folder), "explain", "untracked-migration"))
                .anyMatch(type -> isOf(type, "picocli"))
                .noneMatch(type -> isOf(
                        type,
                        "org/eclipse",
                        "org/jdbi",
                        "org/sqlite",
                        "org/h2",
                        "org/mariadb",
                        "liquibase",
                        "org/flywaydb"));
    }

    @Test
    void aCheckWithoutADatabaseNeedsNoDriverAndNoParserOfOthers() throws IOException {
        assertThat(touchedBy(alembic(), "check", "--no-db"))
                .anyMatch(type -> isOf(type, "org/eclipse/jgit"))
                .noneMatch(type -> isOf(
                        type,
                        "org/jdbi",
                        "org/sqlite",
                        "org/postgresql",
                        "org/h2",
                        "org/mariadb",
                        "liquibase",
                        "org/flywaydb",
                        "org/treesitter",
                        "org/snakeyaml",
                        "dev/migtrue/gather/scratch",
                        "dev/migtrue/gather/database/catalogue",
                        "dev/migtrue/language/effect",
                        "dev/migtrue/language/code/declared",
                        "dev/migtrue/language/code/schema",
                        "dev/migtrue/cli/prove"));
    }

    @Test
    void onlyAConfigurationNeedsTheParserOfYaml() throws IOException {
        assertThat(touchedBy(alembic().write("migtrue.yaml", "failOn: error\n"), "check", "--no-db"))
                .anyMatch(type -> isOf(type, "org/snakeyaml"))
                .noneMatch(type ->
                        isOf(type, "org/jdbi", "org/sqlite", "org/h2", "org/mariadb", "liquibase", "org/flywaydb"));
    }

    @ParameterizedTest
    @EnumSource
    void aCheckWithADatabaseNeedsItsOwnDriverOnly(Engine engine) throws IOException {
        try (RealDatabase database = engine.open(folder)) {
            database.execute(List.of("create table alembic_version (version_num text)"));

            assertThat(touchedBy(alembic(), "check", "--db", database.url()))
                    .anyMatch(type -> isOf(type, driver(engine)))
                    .noneMatch(type -> isOf(type, "liquibase", "org/flywaydb", "dev/migtrue/gather/scratch"))
                    .noneMatch(type ->
                            Stream.of(Engine.values()).anyMatch(other -> other != engine && isOf(type, driver(other))));
        }
    }

    private static String driver(Engine engine) {
        return switch (engine) {
            case POSTGRESQL -> "org/postgresql";
            case SQLITE -> "org/sqlite";
            case MARIADB -> "org/mariadb";
            case H2 -> "org/h2";
        };
    }

    @Test
    void liquibaseIsNotNeededToReadItsChangelogs() throws IOException {
        TestRepository repository = TestRepository.in(folder)
                .write("db/changelog/db.changelog-master.xml", """
                        <databaseChangeLog>
                          <changeSet id="1" author="ann"><sql>select 1</sql></changeSet>
                        </databaseChangeLog>
                        """)
                .stage(".")
                .commit("Add 1");

        assertThat(touchedBy(repository, "check", "--no-db", "--since", "HEAD"))
                .anyMatch(type -> isOf(type, "dev/migtrue/system/liquibase"))
                .noneMatch(type -> isOf(type, "liquibase", "javax/xml", "com/sun/org/apache/xerces"));
    }

    private TestRepository alembic() {
        return TestRepository.in(folder)
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/env.py", "")
                .write("migrations/versions/001_a.py", "revision = \"001_a\"\ndown_revision = None\n")
                .stage(".")
                .commit("Add 1");
    }

    /** The classes that a run initialises; a class archive may hold more than that ready. */
    private List<String> touchedBy(TestRepository repository, String... arguments) throws IOException {
        Path log = folder.resolve("classes.txt");
        Map<String, String> environment = new HashMap<>(repository.environment());
        environment.put("MIGTRUE_JAVA_OPTS", "-Xlog:class+init=info:file=" + log);
        String[] command = new String[arguments.length + 1];
        command[0] = Program.migtrue();
        System.arraycopy(arguments, 0, command, 1, arguments.length);

        Program.Run run = Program.run(repository.workTree(), environment, command);

        assertThat(run.exitCode()).as(run.errors()).isZero();
        return INITIALIZED
                .matcher(Files.readString(log))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static boolean isOf(String type, String... packages) {
        return List.of(packages).stream().anyMatch(prefix -> type.startsWith(prefix + "/"));
    }
}
