package dev.migtrue.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.InMemoryTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each system says of why it was taken to be used. */
class RecognitionTest {

    private static final String REVISION = "revision = \"a\"\ndown_revision = None\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            db/migrations/20260101_a.sql | -- migrate:up          | files that hold '-- migrate:up'
            migrations/0001_a.sql        | -- +goose Up           | files that hold '-- +goose Up'
            migrations/0001_a.up.sql     | select 1;              | the names of its files
            db/migrate/20260101_a.rb     | ActiveRecord::Migration | files that hold 'ActiveRecord::Migration'
            db/migration/V1__a.sql       | select 1;              | files named like 'V1__words.sql'
            """)
    void aFileSpeaksForItsTool(String file, String text, String reason) {
        assertThat(reasons(Map.of(file, text))).containsExactly(reason);
    }

    @Test
    void aConfigurationOfFlywaySpeaksForTheFilesItDescribes() {
        assertThat(reasons(Map.of(
                        "conf/flyway.conf", "flyway.sqlMigrationPrefix=M\nflyway.locations=filesystem:sql\n",
                        "sql/M1__a.sql", "select 1;")))
                .containsExactly("a configuration of Flyway, and files named as it says");
    }

    @Test
    void alembicTellsWhichFileSaysWhereTheScriptsLie() {
        Map<String, String> scripts = Map.of("m/env.py", "", "m/script.py.mako", "", "m/versions/a.py", REVISION);

        assertThat(reasons(scripts)).containsExactly("'m/env.py' and 'script.py.mako' beside revisions");
        assertThat(reasons(with(scripts, "alembic.ini", "[alembic]\nscript_location = m\n")))
                .containsExactly("script_location in 'alembic.ini'");
        assertThat(reasons(with(scripts, "pyproject.toml", "[tool.alembic]\nscript_location = \"m\"\n")))
                .containsExactly("script_location in 'pyproject.toml'");
        assertThat(reasons(with(scripts, "m/alembic.ini", "[alembic]\n")))
                .containsExactly("'m/alembic.ini' beside 'env.py'");
    }

    @Test
    void djangoTellsWhetherThereIsAProgramThatManagesIt() {
        Map<String, String> app = Map.of(
                "shop/__init__.py", "",
                "shop/migrations/__init__.py", "",
                "shop/migrations/0001_a.py",
                        "from django.db import migrations\nclass Migration(migrations.Migration):\n    operations = []\n");

        assertThat(reasons(app)).containsExactly("Django's class Migration in folders called 'migrations'");
        assertThat(reasons(with(app, "manage.py", "import django\n")))
                .containsExactly("'manage.py' and Django's class Migration in folders called 'migrations'");
    }

    private static Map<String, String> with(Map<String, String> files, String path, String text) {
        Map<String, String> more = new HashMap<>(files);
        more.put(path, text);
        return more;
    }

    private static List<String> reasons(Map<String, String> files) {
        InMemoryTree tree = InMemoryTree.of(files);
        return MigrationSystems.ALL.stream()
                .flatMap(system -> system.detect(tree).stream())
                .map(layout -> layout.project().recognisedBy())
                .toList();
    }
}
