package dev.migtrue.gather.scratch.replay;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Projects of frameworks that take the address of their database from {@code DATABASE_URL}. */
final class FrameworkProjects {

    private FrameworkProjects() {}

    /** Names with hashes, a table between two others, and code that asks the database. */
    static SequencedMap<String, String> django() {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put("shop/__init__.py", "");
        files.put("shop/migrations/__init__.py", "");
        files.put("shop/migrations/0001_initial.py", """
                from django.db import migrations, models


                class Migration(migrations.Migration):

                    initial = True
                    dependencies = []
                    operations = [
                        migrations.CreateModel(
                            name="Item",
                            fields=[
                                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                                ("name", models.CharField(max_length=40, unique=True)),
                                ("price", models.DecimalField(max_digits=8, decimal_places=2, db_index=True)),
                            ],
                        ),
                        migrations.CreateModel(
                            name="Basket",
                            fields=[
                                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                                ("items", models.ManyToManyField(to="shop.Item")),
                            ],
                        ),
                    ]
                """);
        files.put("shop/migrations/0002_rows.py", """
                from django.db import migrations, models


                def fill(apps, editor):
                    item = apps.get_model("shop", "Item")
                    if not item.objects.exists():
                        item.objects.create(name="first", price=1)


                class Migration(migrations.Migration):

                    dependencies = [("shop", "0001_initial")]
                    operations = [
                        migrations.RunPython(fill),
                        migrations.AddField("item", "note", models.TextField(default="", blank=True)),
                        migrations.AddConstraint(
                            "item", models.CheckConstraint(name="positive", check=models.Q(price__gte=0))
                        ),
                    ]
                """);
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

                url = urlsplit(os.environ["DATABASE_URL"])
                engine = {"sqlite": "sqlite3"}.get(url.scheme, url.scheme)
                SECRET_KEY = "of a test"
                INSTALLED_APPS = ["shop"]
                DATABASES = {
                    "default": {
                        "ENGINE": "django.db.backends." + engine,
                        "NAME": url.path[1:],
                        "USER": url.username,
                        "PASSWORD": url.password,
                        "HOST": url.hostname,
                        "PORT": url.port,
                    }
                }
                """);
        return files;
    }

    static SequencedMap<String, String> rails() {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put("db/migrate/20260101000000_create_items.rb", """
                class CreateItems < ActiveRecord::Migration[6.1]
                  def change
                    create_table :items do |t|
                      t.string :name, null: false, limit: 40, index: { unique: true }
                      t.decimal :price, precision: 8, scale: 2, default: 0
                      t.timestamps
                    end
                    create_table :baskets do |t|
                      t.references :item, foreign_key: true
                    end
                  end
                end
                """);
        files.put("db/migrate/20260102000000_add_notes.rb", """
                class AddNotes < ActiveRecord::Migration[6.1]
                  def up
                    %w[note colour].each { |name| add_column :items, name, :text } unless column_exists?(:items, :note)
                    execute "create view dear as select id from items where price > 100"
                  end
                end
                """);
        files.put("migrate.rb", """
                require "active_record"

                ActiveRecord::Base.establish_connection(ENV.fetch("DATABASE_URL").sub("sqlite:///", "sqlite3:"))
                ActiveRecord::Migrator.migrations_paths = ["db/migrate"]
                ActiveRecord::Tasks::DatabaseTasks.migrate
                """);
        return files;
    }
}
