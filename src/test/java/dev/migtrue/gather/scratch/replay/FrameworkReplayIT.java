package dev.migtrue.gather.scratch.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.road.Answer;
import dev.migtrue.gather.scratch.replay.Replays.Project;
import dev.migtrue.incident.RealDatabase;
import dev.migtrue.incident.RealDatabase.Engine;
import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaDiff;
import dev.migtrue.testing.Installed;
import dev.migtrue.testing.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Frameworks whose migrations only they can run are replayed by themselves, through {@code replayCommand}. */
class FrameworkReplayIT {

    private static final Replays REPLAYS = new Replays();

    /** The system's own, which have the packages of the system. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final String RUBY = "/usr/bin/ruby";

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    static void end() {
        REPLAYS.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "SQLITE"})
    void djangoFindsWhatItBuiltAndAColumnMadeByHand(Engine engine) {
        Installed.orSkip(
                "django",
                Program.run(folder, Map.of(), PYTHON, "-m", "django", "--version")
                                .exitCode()
                        == 0);
        agreesUntilSomebodyAddsAColumn(
                engine, new Project("django", FrameworkProjects.django()), PYTHON + " manage.py migrate", "shop_item");
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "SQLITE"})
    void railsFindsWhatItBuiltAndAColumnMadeByHand(Engine engine) {
        Installed.orSkip(
                "activerecord, sqlite3 and pg of ruby",
                Program.run(folder, Map.of(), RUBY, "-e", "require 'active_record'; require 'sqlite3'; require 'pg'")
                                .exitCode()
                        == 0);
        agreesUntilSomebodyAddsAColumn(
                engine, new Project("rails", FrameworkProjects.rails()), RUBY + " migrate.rb", "items");
    }

    private void agreesUntilSomebodyAddsAColumn(Engine engine, Project files, String command, String table) {
        Project project = files.replayedBy(command);
        project.write(folder);
        try (RealDatabase database = engine.open(folder)) {
            Program.Run run = Program.run(folder, Map.of("DATABASE_URL", database.url()), "/bin/sh", "-c", command);
            assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
            assertThat(Replays.schema(database).objects()).hasSizeGreaterThan(12);

            assertThat(differences(project, database)).isEmpty();

            database.execute(List.of("alter table " + table + " add column hotfix integer"));
            assertThat(differences(project, database))
                    .singleElement()
                    .isInstanceOfSatisfying(Difference.Unexpected.class, added -> {
                        ObjectId column = added.object();
                        assertThat(column.kind()).isEqualTo(ObjectKind.COLUMN);
                        assertThat(column.table()).contains(table);
                        assertThat(column.name()).isEqualTo("hotfix");
                    });
        }
    }

    private List<Difference> differences(Project project, RealDatabase database) {
        Answer answer = REPLAYS.replay(project.applied(database), folder, Replays.dialect(database));
        assertThat(answer).isInstanceOf(Answer.Built.class);
        Answer.Built built = (Answer.Built) answer;
        assertThat(built.omissions()).isEmpty();
        return SchemaDiff.between(Replays.own(built.schema()), Replays.schema(database))
                .differences();
    }
}
