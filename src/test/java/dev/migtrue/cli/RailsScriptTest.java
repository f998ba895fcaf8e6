package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations of Rails that no migration system claims, named to {@code check}. */
class RailsScriptTest {

    private static final String MIGRATION = """
            class AddAge < ActiveRecord::Migration[7.1]
              disable_ddl_transaction!

              def change
                add_column :users, :age, :integer unless column_exists?(:users, :age)
                execute <<~SQL
                  CREATE INDEX IF NOT EXISTS ix ON users (age);
                SQL
              end
            end
            """;

    @TempDir
    private Path folder;

    @Test
    void oneThatAsksBeforeEachStepIsClean() throws IOException {
        assertThat(check(MIGRATION).output()).doesNotContain("rerun-fails");
    }

    @Test
    void aStepThatDoesNotAskIsToldAtItsLine() throws IOException {
        assertThat(check(MIGRATION.replace(" unless column_exists?(:users, :age)", ""))
                        .output())
                .contains("rerun-fails")
                .contains("add_age.rb:5:");
        assertThat(check(MIGRATION.replace("IF NOT EXISTS ", "")).output())
                .contains("rerun-fails")
                .contains("add_age.rb:7:");
    }

    private CommandRun check(String text) throws IOException {
        Files.writeString(folder.resolve("add_age.rb"), text);
        return CommandRun.in(folder, Map.of(), "check", "--dialect", "postgresql", "add_age.rb");
    }
}
