package dev.migtrue.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migtrue.system.liquibase.RealLiquibase;
import dev.migtrue.testing.Program;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.flywaydb.core.Flyway;

/** A migration tool that is really run, and the fourteen migrations of the incident in its own form. */
enum RealTool {
    ALEMBIC("migrations/versions") {
        @Override
        String id(int number) {
            return "%03d_%s".formatted(number, TABLES.get(number - 1));
        }

        @Override
        String file(int number) {
            return folder() + "/" + id(number) + ".py";
        }

        @Override
        String text(int number) {
            String parent = number == 1 ? "None" : '"' + id(number - 1) + '"';
            return """
                    import sqlalchemy as sa
                    from alembic import op

                    revision = "%s"
                    down_revision = %s


                    def upgrade():
                        op.create_table("%s", sa.Column("id", sa.Integer))
                    """.formatted(id(number), parent, TABLES.get(number - 1));
        }

        @Override
        SequencedMap<String, String> settings() {
            SequencedMap<String, String> files = new LinkedHashMap<>();
            files.put("alembic.ini", "[alembic]\nscript_location = migrations\n");
            files.put("migrations/script.py.mako", "revision = ${repr(up_revision)}\n");
            files.put("migrations/env.py", """
                    import os
                    import sqlalchemy
                    from alembic import context

                    with sqlalchemy.create_engine(os.environ["TOOL_URL"]).connect() as connection:
                        context.configure(connection=connection)
                        with context.begin_transaction():
                            context.run_migrations()
                    """);
            return files;
        }

        @Override
        void migrate(TestRepository repository, RealDatabase database) {
            assumeAlembic();
            Program.Run run = Program.run(
                    repository.workTree(), Map.of("TOOL_URL", database.url()), "alembic", "upgrade", "head");
            assertThat(run.exitCode()).as(run.errors()).isZero();
        }

        @Override
        List<Integer> orphansWhenDeleted() {
            return List.of(14); // the version table holds the head only
        }
    },

    DJANGO("shop/migrations") {
        @Override
        String id(int number) {
            return "shop.%04d_%s".formatted(number, TABLES.get(number - 1));
        }

        @Override
        String file(int number) {
            return folder() + "/%04d_%s.py".formatted(number, TABLES.get(number - 1));
        }

        @Override
        String text(int number) {
            String parent = number == 1 ? "" : "(\"shop\", \"%04d_%s\")".formatted(number - 1, TABLES.get(number - 2));
            return """
                    from django.db import migrations


                    class Migration(migrations.Migration):

                        dependencies = [%s]

                        operations = [migrations.RunSQL("create table %s (id int)")]
                    """.formatted(parent, TABLES.get(number - 1));
        }

        @Override
        SequencedMap<String, String> settings() {
            SequencedMap<String, String> files = new LinkedHashMap<>();
            files.put("shop/__init__.py", "");
            files.put("shop/migrations/__init__.py", "");
            files.put("manage.py", """
                    import os
                    import sys
                    from django.core.management import execute_from_command_line

                    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
                    execute_from_command_line(sys.argv)
                    """);
            files.put("settings.py", """
                    import os
                    from urllib.parse import urlsplit

                    url = urlsplit(os.environ["TOOL_URL"])
                    engine = {"sqlite": "sqlite3"}.get(url.scheme, url.scheme)
                    SECRET_KEY = "of a test"
                    INSTALLED_APPS = ["shop"]
                    DATABASES = {
                        "default": {
                            "ENGINE": "django.db.backends." + engine,
                            "NAME": url.path[1:],
                            "USER": url.username,
                            "HOST": url.hostname,
                            "PORT": url.port,
                        }
                    }
                    """);
            return files;
        }

        @Override
        void migrate(TestRepository repository, RealDatabase database) {
            Program.Run run = manage(repository.workTree(), database, "migrate");
            assertThat(run.exitCode()).as(run.errors()).isZero();
        }

        @Override
        List<Integer> orphansWhenDeleted() {
            return List.of(9, 10, 11, 12, 13, 14);
        }
    },

    FLYWAY("src/main/resources/db/migration") {
        @Override
        String id(int number) {
            return Integer.toString(number);
        }

        @Override
        String file(int number) {
            return folder() + "/V%d__%s.sql".formatted(number, TABLES.get(number - 1));
        }

        @Override
        String text(int number) {
            return "create table " + TABLES.get(number - 1) + " (id int);\n";
        }

        @Override
        SequencedMap<String, String> settings() {
            return new LinkedHashMap<>();
        }

        @Override
        void migrate(TestRepository repository, RealDatabase database) {
            Flyway.configure()
                    .loggers("slf4j")
                    .dataSource(database.jdbcUrl(), null, null)
                    .locations("filesystem:" + repository.path(folder()))
                    .load()
                    .migrate();
        }

        @Override
        List<Integer> orphansWhenDeleted() {
            return List.of(9, 10, 11, 12, 13, 14);
        }
    },

    LIQUIBASE("db/changelog/changes") {
        @Override
        String id(int number) {
            return file(number) + "::" + number + "::ann";
        }

        @Override
        String file(int number) {
            return folder() + "/%03d_%s.sql".formatted(number, TABLES.get(number - 1));
        }

        @Override
        String text(int number) {
            return """
                    --liquibase formatted sql
                    --changeset ann:%d
                    create table %s (id int);
                    """.formatted(number, TABLES.get(number - 1));
        }

        @Override
        SequencedMap<String, String> settings() {
            SequencedMap<String, String> files = new LinkedHashMap<>();
            files.put("db/changelog/db.changelog-master.yaml", """
                    databaseChangeLog:
                      - includeAll:
                          path: changes
                          relativeToChangelogFile: true
                    """);
            return files;
        }

        @Override
        void migrate(TestRepository repository, RealDatabase database) {
            try (Connection connection = DriverManager.getConnection(database.jdbcUrl())) {
                new RealLiquibase(repository.workTree(), connection, "DATABASECHANGELOG")
                        .update("db/changelog/db.changelog-master.yaml", TABLES.size(), "");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        List<Integer> orphansWhenDeleted() {
            return List.of(9, 10, 11, 12, 13, 14);
        }
    };

    /** The system's own, which has the packages of the system. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final List<String> TABLES = List.of(
            "users",
            "sessions",
            "projects",
            "traces",
            "spans",
            "scores",
            "datasets",
            "comments",
            "trace_tags",
            "trace_costs",
            "score_configs",
            "annotation_queues",
            "model_prices",
            "trace_mismatches");

    private final String folder;

    RealTool(String folder) {
        this.folder = folder;
    }

    /** Where its migrations lie. */
    final String folder() {
        return folder;
    }

    /** The id of a migration, 1 to 14. */
    abstract String id(int number);

    abstract String file(int number);

    abstract String text(int number);

    /** Its own files besides the migrations. */
    abstract SequencedMap<String, String> settings();

    /** Runs everything in the working tree against a database. */
    abstract void migrate(TestRepository repository, RealDatabase database);

    /** The migrations that a version table still names after the files 9 to 14 are deleted. */
    abstract List<Integer> orphansWhenDeleted();

    static void assumeAlembic() {
        assume("alembic", Program.isInstalled("alembic"));
    }

    /** Runs a command of Django's in a project of the incident. */
    static Program.Run manage(Path project, RealDatabase database, String command) {
        Program.Run version = Program.run(project, Map.of(), PYTHON, "-m", "django", "--version");
        assume("django", version.exitCode() == 0);
        return Program.run(project, Map.of("TOOL_URL", database.url()), PYTHON, "manage.py", command);
    }

    /** Skips a test on a developer's machine without a tool, and says so; in CI it must be there. */
    private static void assume(String tool, boolean isInstalled) {
        if (Optional.ofNullable(System.getenv("CI")).orElse("").isEmpty()) {
            if (!isInstalled) {
                System.out.println("skipped: the incident with the real tool, because '" + tool + "' is not installed");
            }
            assumeTrue(isInstalled, "'" + tool + "' is not installed");
        }
        assertThat(isInstalled).as("'" + tool + "' is installed in CI").isTrue();
    }
}
