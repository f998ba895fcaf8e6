package dev.migtrue.language.code.rails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.testing.Installed;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.Program;
import dev.migtrue.testing.ServerDatabase;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What we take the methods of a migration for, held against what ActiveRecord itself makes of them on PostgreSQL. */
class RailsAgreementIT {

    /** The system's own, which has the packages of the system. */
    private static final String RUBY = "/usr/bin/ruby";

    @Test
    void eachMethodLeavesTheDatabaseAsActiveRecordDoes() throws IOException, URISyntaxException {
        Path folder =
                Objects.requireNonNull(Path.of(Objects.requireNonNull(getClass().getResource("/rails/methods.rb"))
                                .toURI())
                        .getParent());
        List<String> methods = Files.readAllLines(folder.resolve("methods.rb"));
        List<String> differing = new ArrayList<>();
        try (ServerDatabase database = PostgresServer.freshDatabase()) {
            List<String> truths = truths(folder, database);
            assertThat(truths).hasSameSizeAs(methods);
            for (int i = 0; i < methods.size(); i++) {
                String made = made(methods.get(i), folder, database);
                if (!made.equals(truths.get(i))) {
                    differing.add(methods.get(i) + "\nActiveRecord:\n" + truths.get(i) + "ours:\n" + made);
                }
            }
        }

        // What Rails renames along with a table or a column has names that only the database knows.
        assertThat(differing)
                .map(words -> words.lines().findFirst().orElseThrow())
                .as("\n%s", String.join("\n", differing))
                .containsExactly(
                        "rename_table(:loose, :tight)",
                        "rename_column(:books, :title, :name)",
                        "change_table(:books, bulk: true) { |t| t.rename :title, :name; t.change :year, :bigint; t.timestamps"
                                + " null: true }");
    }

    private static List<String> truths(Path folder, ServerDatabase database) {
        Program.Run asked = Program.run(folder, Map.of(), RUBY, "-e", "require 'active_record'; require 'pg'");
        Installed.orSkip("activerecord and pg of ruby", asked.exitCode() == 0);
        String url = "postgresql://postgres@localhost:%d/%s".formatted(database.port(), database.name());
        Program.Run run = Program.run(folder, Map.of("DATABASE_URL", url), RUBY, "methods_run.rb");
        assertThat(run.exitCode()).as(run.errors()).isZero();
        return List.of(run.output().split("(?m)^-\\R", -1)).stream()
                .limit(run.output().lines().filter("-"::equals).count())
                .toList();
    }

    private static String made(String method, Path folder, ServerDatabase database) throws IOException {
        database.execute(Files.readString(folder.resolve("setting.sql")));
        String text = "class A < ActiveRecord::Migration[6.1]\n  def change\n    " + method + "\n  end\nend\n";
        StringBuilder words = new StringBuilder();
        try {
            run(RailsMigration.read(text, Dialect.POSTGRESQL).operations(), database);
            database.query(Files.readString(folder.resolve("catalogue.sql")))
                    .forEach(row -> words.append(row.getFirst()).append('\n'));
        } catch (RuntimeException e) {
            words.append("refused: ").append(e.getMessage()).append('\n');
        }
        return words.toString();
    }

    private static void run(List<Operation> operations, ServerDatabase database) {
        for (Operation operation : operations) {
            switch (operation) {
                case Operation.Called called -> database.execute(called.sql());
                case Operation.Written written ->
                    database.execute(written.file()
                            .substring(written.place().start(), written.place().end()));
                // Each guard here lets a first run through.
                case Operation.Guarded guarded -> run(guarded.then(), database);
                default -> throw new IllegalStateException(operation.toString());
            }
        }
    }
}
