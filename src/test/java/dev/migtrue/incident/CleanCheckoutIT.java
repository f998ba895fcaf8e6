package dev.migtrue.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.incident.RealDatabase.Engine;
import dev.migtrue.testing.Program;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real tools do in a clean checkout, after the incident, what the help text says of them. */
class CleanCheckoutIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void alembicFailsWhileItsHeadsLookHealthy() {
        try (RealDatabase database = Engine.SQLITE.open(folder)) {
            TestRepository repository = Incident.play(new AlembicTool(), database, folder);
            Path clone = clone(repository);

            Program.Run upgrade = AlembicTool.run(clone, database, "upgrade", "head");
            Program.Run heads = AlembicTool.run(clone, database, "heads");

            assertThat(upgrade.exitCode()).isEqualTo(255);
            assertThat(upgrade.errors() + upgrade.output())
                    .contains("Can't locate revision identified by '014_trace_mismatches'");
            assertThat(heads.exitCode()).isZero();
            assertThat(heads.output()).contains("008_comments (head)");
            assertThat(help(repository, database)).contains("a clean checkout fails", "255", "alembic heads");
        }
    }

    @Test
    void djangoSaysNothing() {
        try (RealDatabase database = Engine.SQLITE.open(folder)) {
            TestRepository repository = Incident.play(new DjangoTool(), database, folder);
            Path clone = clone(repository);

            Program.Run migrate = DjangoTool.manage(clone, database, "migrate");
            Program.Run shown = DjangoTool.manage(clone, database, "showmigrations");

            assertThat(migrate.exitCode()).isZero();
            assertThat(migrate.output()).contains("No migrations to apply.");
            assertThat(shown.exitCode()).isZero();
            assertThat(shown.output()).contains("0008_comments").doesNotContain("0014_trace_mismatches");
            assertThat(help(repository, database))
                    .contains("\"No migrations to apply.\" and exit code 0", "showmigrations");
        }
    }

    @Test
    void flywayFailsOnlyOnceTheNextMigrationIsAdded() throws IOException {
        try (RealDatabase database = Engine.SQLITE.open(folder)) {
            RealTool tool = new FlywayTool();
            TestRepository repository = Incident.play(tool, database, folder);
            Path clone = clone(repository);

            MigrateResult migrated = FlywayTool.flyway(clone, database).migrate();
            assertThat(migrated.success).isTrue();
            assertThat(migrated.migrationsExecuted).isZero();
            FlywayTool.flyway(clone, database).validate();
            Files.writeString(clone.resolve(tool.folder()).resolve("V15__next.sql"), "create table next (id int);");
            assertThatThrownBy(() -> FlywayTool.flyway(clone, database).validate())
                    .hasMessageContaining("not resolved locally: 14");
            assertThatThrownBy(() -> FlywayTool.flyway(clone, database).migrate())
                    .hasMessageContaining("not resolved locally: 14");
            assertThat(help(repository, database)).contains("still succeed", "adds the next migration");
        }
    }

    @Test
    void dbmateSaysNothingAndRollsBackAnotherMigration() {
        try (RealDatabase database = Engine.SQLITE.open(folder)) {
            TestRepository repository = Incident.play(new DbmateTool(), database, folder);
            Path clone = clone(repository);

            Program.Run up = DbmateTool.run(clone, database, "up");
            Program.Run status = DbmateTool.run(clone, database, "status");
            Program.Run rollback = DbmateTool.run(clone, database, "rollback");

            assertThat(up).isEqualTo(new Program.Run(0, "", ""));
            assertThat(status.exitCode()).isZero();
            assertThat(status.output()).contains("Applied: 8", "Pending: 0").doesNotContain("trace_mismatches");
            assertThat(rollback.exitCode()).isZero();
            assertThat(rollback.output()).contains("Rolling back: 20260102030408_comments.sql");
            assertThat(help(repository, database))
                    .contains("dbmate up and dbmate status succeed", "dbmate rollback takes back");
        }
    }

    @Test
    void railsFailsOnlyOnRollback() {
        try (RealDatabase database = Engine.SQLITE.open(folder)) {
            TestRepository repository = Incident.play(new RailsTool(), database, folder);
            Path clone = clone(repository);

            Program.Run migrate = RailsTool.task(clone, database, "db:migrate");
            Program.Run status = RailsTool.task(clone, database, "db:migrate:status");
            Program.Run rollback = RailsTool.task(clone, database, "db:rollback");

            assertThat(migrate).isEqualTo(new Program.Run(0, "", ""));
            assertThat(status.exitCode()).isZero();
            assertThat(status.output()).containsPattern("up +20260102030414 +\\*+ NO FILE");
            assertThat(rollback.exitCode()).isOne();
            assertThat(rollback.errors()).contains("No migration with version number 20260102030414");
            assertThat(help(repository, database))
                    .contains("rails db:migrate succeeds", "NO FILE", "rails db:rollback fails");
        }
    }

    private Path clone(TestRepository repository) {
        Path clone = folder.resolve("clone");
        repository.git("clone", "--quiet", ".", clone.toString());
        return clone;
    }

    private static String help(TestRepository repository, RealDatabase database) {
        return Verdict.on(repository, database).helps("uncommitted-but-applied").getFirst();
    }
}
