package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code drift} by the texts of Django's migrations, beside what Django 3.2 made of them on SQLite. */
class DjangoDriftTest {

    private static final String INITIAL = """
            from django.db import migrations, models
            import django.db.models.deletion

            class Migration(migrations.Migration):
                initial = True
                dependencies = []
                operations = [
                    migrations.CreateModel(
                        name='Item',
                        fields=[
                            ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                            ('name', models.CharField(max_length=50, unique=True)),
                            ('slug', models.SlugField()),
                            ('n', models.PositiveIntegerField(default=1)),
                        ],
                    ),
                    migrations.CreateModel(
                        name='Line',
                        fields=[
                            ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                            ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='shop.item')),
                            ('tags', models.ManyToManyField(related_name='_tags', to='shop.Item')),
                        ],
                    ),
                ]
            """;

    private static final String[] MADE = {
        "CREATE TABLE django_migrations (id integer NOT NULL PRIMARY KEY AUTOINCREMENT, app varchar(255) NOT NULL,"
                + " name varchar(255) NOT NULL, applied datetime NOT NULL)",
        "INSERT INTO django_migrations (app, name, applied) VALUES ('contenttypes', '0001_initial', '2026-01-01'),"
                + " ('shop', '0001_initial', '2026-01-01')",
        "CREATE TABLE django_content_type (id integer NOT NULL PRIMARY KEY AUTOINCREMENT, model varchar(100) NOT NULL)",
        "CREATE TABLE shop_item (id integer NOT NULL PRIMARY KEY AUTOINCREMENT, name varchar(50) NOT NULL UNIQUE,"
                + " slug varchar(50) NOT NULL, n integer unsigned NOT NULL CHECK (n >= 0))",
        "CREATE TABLE shop_line (id integer NOT NULL PRIMARY KEY AUTOINCREMENT,"
                + " item_id bigint NOT NULL REFERENCES shop_item (id) DEFERRABLE INITIALLY DEFERRED)",
        "CREATE TABLE shop_line_tags (id integer NOT NULL PRIMARY KEY AUTOINCREMENT,"
                + " line_id bigint NOT NULL REFERENCES shop_line (id) DEFERRABLE INITIALLY DEFERRED,"
                + " item_id bigint NOT NULL REFERENCES shop_item (id) DEFERRABLE INITIALLY DEFERRED)",
        "CREATE INDEX shop_item_slug_6410ce1c ON shop_item (slug)",
        "CREATE INDEX shop_line_item_id_4b21a017 ON shop_line (item_id)",
        "CREATE UNIQUE INDEX shop_line_tags_line_id_item_id_c9b76273_uniq ON shop_line_tags (line_id, item_id)"
    };

    private final TestRepository repository;

    DjangoDriftTest(@TempDir Path folder) throws SQLException {
        repository = TestRepository.in(folder)
                .write("manage.py", "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site_.settings')\n")
                .write("site_/__init__.py", "")
                .write("site_/settings.py", "INSTALLED_APPS = ['django.contrib.contenttypes', 'shop']\n")
                .write("shop/__init__.py", "")
                .write("shop/migrations/__init__.py", "")
                .write("shop/migrations/0001_initial.py", INITIAL);
        repository.git("add", "--all");
        repository.commit("one");
        execute(MADE);
    }

    @Test
    void whatDjangoMakesBesidesIsNoDrift() {
        CommandRun run = drift();

        assertThat(run.output()).doesNotContain("error").contains("[schema-not-compared]");
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    @Test
    void aColumnMadeByHandAndATableThatIsGoneAreTold() throws SQLException {
        execute("ALTER TABLE shop_item ADD COLUMN hotfix text", "DROP TABLE shop_line_tags");

        assertThat(drift().output())
                .contains(
                        "column shop_item.hotfix is in database default, and no migration makes it",
                        "the table shop_line_tags that it makes is not there");
    }

    private CommandRun drift() {
        return CommandRun.in(
                repository.workTree(),
                repository.environment(),
                "drift",
                "--db",
                "sqlite:live.db",
                "--format",
                "concise");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + repository.workTree().resolve("live.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
