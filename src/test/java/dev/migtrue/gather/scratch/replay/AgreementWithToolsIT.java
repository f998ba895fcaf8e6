package dev.migtrue.gather.scratch.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.road.Answer;
import dev.migtrue.gather.scratch.replay.Replays.Project;
import dev.migtrue.incident.RealDatabase;
import dev.migtrue.incident.RealDatabase.Engine;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaDiff;
import dev.migtrue.testing.Installed;
import dev.migtrue.testing.Program;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a replay builds is what the real tool builds. */
class AgreementWithToolsIT {

    private static final Replays REPLAYS = new Replays();

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    static void end() {
        REPLAYS.close();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "H2")
    void dbmateBuildsWhatOurOwnRunnerBuilds(Engine engine) {
        Installed.orSkip("dbmate", Program.isInstalled("dbmate"));
        Project project = new Project("dbmate", SampleProjects.dbmate(engine));
        project.write(folder);
        try (RealDatabase database = engine.open(folder)) {
            String url = switch (engine) {
                case POSTGRESQL -> database.url() + "?sslmode=disable";
                case SQLITE -> database.url().replaceFirst("^sqlite:///", "sqlite:");
                case MARIADB -> database.url().replaceFirst("^mariadb:", "mysql:");
                case H2 -> throw new IllegalArgumentException();
            };
            succeed(Program.run(folder, Map.of("DATABASE_URL", url), "dbmate", "--no-dump-schema", "migrate"));

            agree(database, REPLAYS.replay(project.applied(database), folder, Replays.dialect(database)), 12);
        }
    }

    @ParameterizedTest
    @EnumSource
    void flywayBuildsWhatItsLibraryBuilds(Engine engine) {
        Project project = new Project("flyway", SampleProjects.flyway(engine));
        project.write(folder);
        try (RealDatabase database = engine.open(folder)) {
            SampleProjects.migrateWithFlyway(folder, database);

            agree(database, REPLAYS.replay(project.applied(database), folder, Replays.dialect(database)), 8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void liquibaseBuildsWhatItsLibraryBuilds(Engine engine) throws Exception {
        Project project = new Project("liquibase", SampleProjects.liquibase());
        project.write(folder);
        try (RealDatabase database = engine.open(folder)) {
            SampleProjects.updateWithLiquibase(folder, database, "db/changelog/db.changelog-master.yaml");

            agree(database, REPLAYS.replay(project.applied(database), folder, Replays.dialect(database)), 12);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "SQLITE"})
    void alembicBuildsWhatTheReplayCommandBuilds(Engine engine) {
        Installed.orSkip("alembic", Program.isInstalled("alembic"));
        Project project = new Project("alembic", SampleProjects.alembic()).replayedBy("alembic upgrade {version}");
        project.write(folder);
        try (RealDatabase database = engine.open(folder)) {
            succeed(Program.run(folder, Map.of("DATABASE_URL", database.url()), "alembic", "upgrade", "head"));

            agree(database, REPLAYS.replay(project.applied(database), folder, Replays.dialect(database)), 10);
        }
    }

    private static void succeed(Program.Run run) {
        assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
    }

    /** @param least how many objects there must be, so that the test compares something */
    private static void agree(RealDatabase database, Answer answer, int least) {
        assertThat(answer).isInstanceOf(Answer.Built.class);
        Answer.Built built = (Answer.Built) answer;
        Schema actual = Replays.schema(database);
        assertThat(actual.objects().size()).isGreaterThan(least);
        assertThat(built.omissions()).isEmpty();
        assertThat(SchemaDiff.between(Replays.own(built.schema()), actual).differences())
                .isEmpty();
        assertThat(Replays.own(built.schema()).text()).isEqualTo(actual.text());
    }
}
