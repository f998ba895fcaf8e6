package dev.migtrue.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.Installed;
import dev.migtrue.testing.Program;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Django, with one app. */
final class DjangoTool implements RealTool {

    /** The system's own, which has the packages of the system. */
    private static final String PYTHON = "/usr/bin/python3";

    @Override
    public String name() {
        return "django";
    }

    @Override
    public String folder() {
        return "shop/migrations";
    }

    @Override
    public String id(int number) {
        return "shop.%04d_%s".formatted(number, Chain.name(number));
    }

    @Override
    public String file(int number) {
        return folder() + "/%04d_%s.py".formatted(number, Chain.name(number));
    }

    @Override
    public String text(int number) {
        String parent = number == 1 ? "" : "(\"shop\", \"%04d_%s\")".formatted(number - 1, Chain.name(number - 1));
        return """
                from django.db import migrations


                class Migration(migrations.Migration):

                    dependencies = [%s]

                    operations = [migrations.RunSQL("create table %s (id int)")]
                """.formatted(parent, Chain.name(number));
    }

    @Override
    public SequencedMap<String, String> settings() {
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
    public void migrate(Path project, RealDatabase database) {
        Program.Run run = manage(project, database, "migrate");
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    /** Runs a command of Django's in a project of the incident. */
    static Program.Run manage(Path project, RealDatabase database, String command) {
        Program.Run version = Program.run(project, Map.of(), PYTHON, "-m", "django", "--version");
        Installed.orSkip("django", version.exitCode() == 0);
        return Program.run(project, Map.of("TOOL_URL", database.url()), PYTHON, "manage.py", command);
    }
}
