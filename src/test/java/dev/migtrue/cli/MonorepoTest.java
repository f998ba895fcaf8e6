package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Four systems in one repository and two databases: orders has what Alembic and Flyway ran, people what Django and Rails ran. Of each
 * system the first migration is committed, the second was run and never committed.
 */
class MonorepoTest {

    private static final String CONFIGURATION = """
            databases:
              orders: { urlEnv: ORDERS_URL }
              people: { urlEnv: PEOPLE_URL }
            """;

    private final Path folder;
    private final TestRepository repository;

    MonorepoTest(@TempDir Path folder) throws SQLException {
        this.folder = folder;
        this.repository = TestRepository.in(folder)
                .with("ORDERS_URL", "sqlite:///" + folder.resolve("orders.db"))
                .with("PEOPLE_URL", "sqlite:///" + folder.resolve("people.db"))
                .write("migtrue.yaml", CONFIGURATION);
        writeProjects();
        repository.stage(".").commit("Add the first of each");
        writeForgotten();
        fillDatabases();
    }

    @Test
    void oneReportTellsOfAllSystems() {
        JsonNode report =
                JsonMapper.shared().readTree(run("check", "--format", "json").output());

        assertThat(texts(report.path("read").path("systems"), "name"))
                .containsExactly("alembic", "rails", "flyway", "django");
        assertThat(texts(report.path("read").path("systems"), "root"))
                .containsExactly("backend", "portal", "service/src/main/resources/db/migration", "web");
        assertThat(texts(report.path("read").path("systems"), "migrations")).containsOnly("2");
        assertThat(texts(report.path("read").path("databases"), "name")).containsExactly("orders", "people");
        assertThat(told(report, "uncommitted-but-applied"))
                .containsExactly("alembic 002_b", "rails 20260102000002", "flyway 2", "django shop.0002_b");
        assertThat(told(report, "untracked-migration"))
                .containsExactly("alembic 002_b", "rails 20260102000002", "flyway 2", "django shop.0002_b");
        assertThat(texts(report.path("findings"), "message"))
                .contains("migration 2 is applied to database orders but not in HEAD: untracked")
                .contains("migration shop.0002_b is applied to database people but not in HEAD: untracked");
        assertThat(places(report)).isSorted().hasSizeGreaterThan(4);
    }

    @Test
    void eachSystemIsCountedAndSaysByWhatItWasRecognised() {
        List<String> reasons = List.of(
                "script_location in 'backend/alembic.ini'",
                "files that hold 'ActiveRecord::Migration'",
                "files named like 'V1__words.sql'",
                "'web/manage.py' and Django's class Migration in folders called 'migrations'");

        assertThat(run("doctor").output()).contains(reasons);
        assertThat(run("status", "-v").output()).contains(reasons).contains("recognised by");
        assertThat(run("status").output()).doesNotContain("recognised by");
        CommandRun check = run("check", "-v");
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.errors())
                .contains(reasons)
                .contains("alembic in backend: 2 migrations (working tree 2, index 1, HEAD 1)")
                .contains("django in web: 2 migrations (working tree 2, index 1, HEAD 1)")
                .contains("in 8 migrations (4 projects)");
        assertThat(run("check").errors()).doesNotContain("recognised by");
    }

    @Test
    void theHookJudgesThemTogether() {
        repository.stage(".");

        CommandRun all = run("hook", "run", "pre-commit");

        assertThat(all.exitCode()).as(all.errors()).isZero();
        repository
                .write("service/src/main/resources/db/migration/V2__other.sql", "select 2;\n")
                .write("portal/db/migrate/20260102000002_create_c.rb", rails("CreateC"))
                .stage(".");

        CommandRun twice = run("hook", "run", "pre-commit");

        assertThat(twice.exitCode()).isEqualTo(1);
        assertThat(twice.output() + twice.errors())
                .contains("duplicate-version")
                .contains("V2__other.sql")
                .contains("20260102000002_create_c.rb");
    }

    private void writeProjects() {
        repository
                .write("backend/alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("backend/migrations/env.py", "")
                .write("backend/migrations/versions/001_a.py", "revision = \"001_a\"\ndown_revision = None\n")
                .write("portal/config/application.rb", "")
                .write("portal/db/migrate/20260102000001_create_a.rb", rails("CreateA"))
                .write("service/src/main/resources/db/migration/V1__a.sql", "select 1;\n")
                .write("web/manage.py", "import django\n")
                .write("web/settings.py", "INSTALLED_APPS = [\"shop\"]\n")
                .write("web/shop/__init__.py", "")
                .write("web/shop/migrations/__init__.py", "")
                .write("web/shop/migrations/0001_a.py", django(""));
    }

    private void writeForgotten() {
        repository
                .write("backend/migrations/versions/002_b.py", "revision = \"002_b\"\ndown_revision = \"001_a\"\n")
                .write("portal/db/migrate/20260102000002_create_b.rb", rails("CreateB"))
                .write("service/src/main/resources/db/migration/V2__b.sql", "select 2;\n")
                .write("web/shop/migrations/0002_b.py", django("(\"shop\", \"0001_a\")"));
    }

    private void fillDatabases() throws SQLException {
        execute(
                "orders",
                "create table alembic_version (version_num varchar(32) primary key)",
                "insert into alembic_version values ('002_b')",
                "create table flyway_schema_history (installed_rank, version, description, type, script, checksum, success)",
                "insert into flyway_schema_history values (1, '1', 'a', 'SQL', 'V1__a.sql', null, 1),"
                        + " (2, '2', 'b', 'SQL', 'V2__b.sql', null, 1)");
        execute(
                "people",
                "create table django_migrations (id integer primary key, app text, name text, applied text)",
                "insert into django_migrations (app, name, applied) values ('shop', '0001_a', '2026-01-02'),"
                        + " ('shop', '0002_b', '2026-01-02')",
                "create table schema_migrations (version varchar primary key)",
                "insert into schema_migrations values ('20260102000001'), ('20260102000002')");
    }

    private static String rails(String type) {
        return "class " + type + " < ActiveRecord::Migration[6.1]\n  def change\n  end\nend\n";
    }

    private static String django(String dependency) {
        return """
                from django.db import migrations


                class Migration(migrations.Migration):
                    dependencies = [%s]
                    operations = []
                """.formatted(dependency);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(repository.workTree(), repository.environment(), arguments);
    }

    private void execute(String name, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(name + ".db"))) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        }
    }

    private static List<String> told(JsonNode report, String rule) {
        return findings(report)
                .filter(finding -> finding.path("rule").asString().equals(rule))
                .map(finding -> finding.path("system").asString() + " "
                        + finding.path("migration").asString())
                .toList();
    }

    private static List<String> places(JsonNode report) {
        return findings(report)
                .map(finding -> finding.path("location").path("path").asString() + " "
                        + finding.path("rule").asString())
                .toList();
    }

    private static Stream<JsonNode> findings(JsonNode report) {
        return report.path("findings").valueStream();
    }

    private static List<String> texts(JsonNode list, String key) {
        return list.valueStream().map(one -> one.path(key).asString()).toList();
    }
}
