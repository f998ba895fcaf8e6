package dev.migtrue.gather.database.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.database.DatabaseAddress;
import dev.migtrue.gather.database.JdbiDatabase;
import dev.migtrue.gather.database.SchemaRead;
import dev.migtrue.gather.database.Timeouts;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.testing.Installed;
import dev.migtrue.testing.MariaDbServer;
import dev.migtrue.testing.Program;
import dev.migtrue.testing.ServerDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine's own tool dumped and restored in another database is the same schema, and still tells what was changed after that. */
class DumpAndRestoreIT {

    @TempDir
    private Path folder = Path.of("");

    /** Both on the machine's own server: its tool dumps no newer one. */
    @Test
    void byPgDump() throws Exception {
        Installed.orSkip("a PostgreSQL server with pg_dump and psql", InstalledPostgres.isThere());
        try (InstalledPostgres server = InstalledPostgres.start(folder)) {
            dumpPostgres(server);
            server.run("psql", server.url("restored"), "--file=dump.sql");

            hold(server.url("original"), server.url("restored"), server.jdbcUrl("restored"), "public.people.hotfix");
        }
    }

    private void dumpPostgres(InstalledPostgres server) throws Exception {
        Files.writeString(folder.resolve("made.sql"), "create role reader;\n" + KnownChange.made("postgresql"));
        server.run(
                "psql",
                server.url("postgres"),
                "--command=create database original",
                "--command=create database restored");
        server.run("psql", server.url("original"), "--file=made.sql");
        server.run("pg_dump", server.url("original"), "--file=dump.sql");
    }

    @Test
    void byMariaDbDump() throws Exception {
        try (ServerDatabase original = MariaDbServer.freshDatabase();
                ServerDatabase restored = MariaDbServer.freshDatabase()) {
            String reader = original.role("secret");
            original.execute(KnownChange.made("mariadb")
                    .replaceAll("\\breader\\b", reader)
                    .strip()
                    .split("\n\n"));
            Path dump = folder.resolve("dump.sql");
            MariaDbServer.run(
                    folder, "mariadb-dump", "--routines", "--events", "--result-file=" + dump, original.name());
            MariaDbServer.run(folder, "mariadb", restored.name(), "--execute=source " + dump);
            // Rights are the server's, and in no dump of a database.
            restored.execute("grant select, update (b) on quiet to " + reader);

            hold(original.url(), restored.url(), restored.jdbcUrl(), "people.hotfix");
        }
    }

    @Test
    void bySqlite3() throws Exception {
        Installed.orSkip("sqlite3", Program.isInstalled("sqlite3"));
        Files.writeString(folder.resolve("made.sql"), KnownChange.made("sqlite"));
        succeed(Program.run(folder, Map.of(), "sqlite3", "-bail", "original.db", ".read made.sql"));
        succeed(Program.run(folder, Map.of(), "sqlite3", "-bail", "original.db", ".output dump.sql", ".dump"));
        succeed(Program.run(folder, Map.of(), "sqlite3", "-bail", "restored.db", ".read dump.sql"));

        String file = folder.resolve("restored.db").toString();
        hold("sqlite:" + folder.resolve("original.db"), "sqlite:" + file, "jdbc:sqlite:" + file, "people.hotfix");
    }

    @Test
    void byScriptAndRunscriptOfH2() throws Exception {
        String original = "jdbc:h2:file:" + folder.resolve("original") + ";USER=sa";
        String restored = "jdbc:h2:file:" + folder.resolve("restored") + ";USER=sa";
        Path dump = folder.resolve("dump.sql");
        execute(original, KnownChange.made("h2").strip().split("\n\n"));
        execute(original, "script to '" + dump + "'");
        execute(restored, "runscript from '" + dump + "'");
        // H2 forgets synonyms in its dumps.
        execute(restored, "create synonym called for known");

        hold(original, restored, restored, "PUBLIC.PEOPLE.HOTFIX");
    }

    private static void succeed(Program.Run run) {
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    /** Expects no difference, and then one, whichever of both is taken for the right one. */
    private static void hold(String original, String restored, String jdbcUrl, String column) throws SQLException {
        Schema before = read(original);
        Schema copy = read(restored);
        assertThat(before.all()).hasSizeGreaterThan(40);
        assertThat(Tally.told(before, copy)).isEmpty();
        assertThat(Tally.told(copy, before)).isEmpty();

        execute(jdbcUrl, "alter table people add column hotfix integer");

        Schema changed = read(restored);
        assertThat(Tally.told(before, changed)).containsExactly("unexpected column " + column);
        assertThat(Tally.told(changed, before)).containsExactly("missing column " + column);
    }

    private static void execute(String jdbcUrl, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Schema read(String url) {
        try (JdbiDatabase database = new JdbiDatabase(
                DatabaseName.DEFAULT, DatabaseAddress.parse(url, Path.of("/nowhere")), Timeouts.DEFAULT)) {
            return switch (database.readSchema()) {
                case SchemaRead.Read done -> done.schema();
                case SchemaRead.NotRead unread ->
                    throw new AssertionError(unread.why().reason());
            };
        }
    }
}
