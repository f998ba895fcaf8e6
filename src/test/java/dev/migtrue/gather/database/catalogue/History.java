package dev.migtrue.gather.database.catalogue;

import dev.migtrue.language.effect.Account;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.UpPart;
import dev.migtrue.language.sql.rerun.Chronicle;
import dev.migtrue.language.sql.rerun.Server;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/** Migrations of a test, each headed by {@code -- migration ID}, in the order in which they ran. */
record History(Dialect dialect, String home, List<Migration> migrations) {

    private record Migration(String id, String sql) {}

    static History of(Dialect dialect, String home) {
        List<Migration> migrations = Arrays.stream(text(dialect).split("-- migration ", -1))
                .filter(part -> !part.isBlank())
                .map(part -> new Migration(part.substring(0, part.indexOf('\n')), part.substring(part.indexOf('\n'))))
                .toList();
        return new History(dialect, home, migrations);
    }

    /** One migration for each of some statements. */
    static History of(Dialect dialect, String home, List<String> statements) {
        List<Migration> migrations = new java.util.ArrayList<>();
        statements.forEach(sql -> migrations.add(new Migration(String.valueOf(migrations.size() + 1), sql)));
        return new History(dialect, home, migrations);
    }

    private static String text(Dialect dialect) {
        try {
            return Files.readString(Path.of("src/test/resources/effect", dialect.id() + ".sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Migration migration : migrations) {
                for (var each : Script.of(migration.sql(), dialect).statements()) {
                    statement.execute(each.content().place().in(migration.sql()));
                }
            }
        }
    }

    Account account() {
        Chronicle chronicle = new Chronicle(Server.of(dialect), Chronicle.Beginning.EMPTY);
        for (Migration migration : migrations) {
            chronicle.tell(
                    new MigrationId(migration.id()),
                    new RepoPath(migration.id() + ".sql"),
                    UpPart.program(migration.sql(), dialect, Mode.STATEMENT_BY_STATEMENT));
        }
        return Account.of(chronicle, dialect, home, Account.Scope.ALL);
    }
}
