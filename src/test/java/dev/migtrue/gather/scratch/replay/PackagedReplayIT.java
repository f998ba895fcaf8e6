package dev.migtrue.gather.scratch.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.scratch.Servers;
import dev.migtrue.gather.scratch.replay.Replays.Project;
import dev.migtrue.incident.RealDatabase;
import dev.migtrue.incident.RealDatabase.Engine;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.testing.Program;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged program has all that the libraries of tools need to run migrations: tests bring more of it along. */
class PackagedReplayIT {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "SQLITE"})
    void flywayRuns(Engine engine) {
        Project project = new Project("flyway", SampleProjects.flyway(engine));
        try (RealDatabase database = engine.open(folder)) {
            Path place = place(project);
            SampleProjects.migrateWithFlyway(place, database);

            assertThat(drift(place, database)).contains(" run on ", " by Flyway\n");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "SQLITE"})
    void liquibaseRuns(Engine engine) throws Exception {
        Project project = new Project("liquibase", SampleProjects.liquibase());
        try (RealDatabase database = engine.open(folder)) {
            Path place = place(project);
            SampleProjects.updateWithLiquibase(place, database, "db/changelog/db.changelog-master.yaml");

            assertThat(drift(place, database)).contains(" run on ", " by Liquibase\n");
        }
    }

    private Path place(Project project) {
        Path place = TestRepository.in(folder).workTree();
        project.write(place);
        return place;
    }

    private static String drift(Path place, RealDatabase database) {
        List<String> command = new ArrayList<>(List.of(Program.migtrue(), "drift", "--db", database.url()));
        Servers.programs(Dialect.valueOf(database.engine().name()))
                .ifPresent(jar -> command.addAll(List.of("--scratch-server", jar.toString())));
        Program.Run run = Program.run(place, Map.of(), command.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
        return run.errors();
    }
}
