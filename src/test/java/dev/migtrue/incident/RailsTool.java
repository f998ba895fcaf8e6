package dev.migtrue.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.Installed;
import dev.migtrue.testing.Program;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Rails' ActiveRecord, called as the tasks of Rails call it: Rails itself is not needed for them. */
final class RailsTool implements RealTool {

    /** The system's own, which has the packages of the system. */
    private static final String RUBY = "/usr/bin/ruby";

    @Override
    public String name() {
        return "rails";
    }

    @Override
    public String folder() {
        return "db/migrate";
    }

    @Override
    public String id(int number) {
        return "202601020304%02d".formatted(number);
    }

    @Override
    public String file(int number) {
        return folder() + "/" + id(number) + "_create_" + Chain.name(number) + ".rb";
    }

    @Override
    public String text(int number) {
        String words = "create_" + Chain.name(number);
        StringBuilder type = new StringBuilder();
        for (String word : words.split("_", -1)) {
            type.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return """
                class %s < ActiveRecord::Migration[6.1]
                  def change
                    create_table :%s
                  end
                end
                """.formatted(type, Chain.name(number));
    }

    @Override
    public SequencedMap<String, String> settings() {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put("tasks.rb", """
                require "active_record"

                ActiveRecord::Base.establish_connection(ENV.fetch("TOOL_URL").sub("sqlite:///", "sqlite3:"))
                ActiveRecord::Migrator.migrations_paths = ["db/migrate"]
                case ARGV.first
                when "db:migrate" then ActiveRecord::Tasks::DatabaseTasks.migrate
                when "db:migrate:status" then ActiveRecord::Tasks::DatabaseTasks.migrate_status
                when "db:rollback" then ActiveRecord::Base.connection.migration_context.rollback(1)
                end
                """);
        return files;
    }

    @Override
    public void migrate(Path project, RealDatabase database) {
        Program.Run run = task(project, database, "db:migrate");
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    /** Does what a task of Rails does. */
    static Program.Run task(Path project, RealDatabase database, String task) {
        Program.Run asked =
                Program.run(project, Map.of(), RUBY, "-e", "require 'active_record'; require 'sqlite3'; require 'pg'");
        Installed.orSkip("activerecord, sqlite3 and pg of ruby", asked.exitCode() == 0);
        return Program.run(project, Map.of("TOOL_URL", database.url()), RUBY, "tasks.rb", task);
    }
}
