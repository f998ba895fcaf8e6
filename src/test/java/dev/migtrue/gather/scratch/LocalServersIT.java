package dev.migtrue.gather.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.gather.scratch.Change.Way;
import dev.migtrue.gather.scratch.server.InstallationSearch;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.rerun.Restart;
import dev.migtrue.language.sql.rerun.Restart.End;
import dev.migtrue.model.Failure;
import dev.migtrue.model.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServersIT {

    @TempDir
    private Path folder = Path.of("");

    private static Program postgres(String sql) {
        return Programs.of(Dialect.POSTGRESQL, Mode.STATEMENT_BY_STATEMENT, sql);
    }

    @Test
    void aServerOfOurOwnProvesAndLeavesNothing() throws SQLException, IOException {
        String url;
        try (Scratch scratch = Scratches.start(Dialect.POSTGRESQL, Servers.search(Dialect.POSTGRESQL))) {
            try (Connection connection = scratch.open()) {
                url = connection.getMetaData().getURL();
            }
            assertThat(scratch.product()).isEqualTo("PostgreSQL 18.6");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess")
                            .close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");

            Prover prover = new Prover(scratch);
            rowsOfACopyAreSent(prover);
            whatLiesOutsideOfTheDatabaseIsSeenAndBroughtBack(prover);
            aStoppedRunStartsFromACopy(prover);
        }
        assertThatThrownBy(() ->
                        DriverManager.getConnection(url, "postgres", "guess").close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("refused");
        assertThat(foldersOfServers()).isEmpty();
    }

    @Test
    void grantsToAllAndCommentsThatAreRunAreNoObstacleToMariaDb() throws SQLException {
        try (Scratch scratch = Scratches.start(Dialect.MARIADB, Servers.search(Dialect.MARIADB))) {
            Prover prover = new Prover(scratch);
            String script = """
                    CREATE TABLE IF NOT EXISTS t (id int);
                    /*!40000 ALTER TABLE t COMMENT 'x' */;
                    GRANT SELECT ON t TO PUBLIC;
                    """;
            assertThat(prover.prove(Programs.of(Dialect.MARIADB, Mode.STATEMENT_BY_STATEMENT, script)))
                    .isEqualTo(new Proof.Repeats());
            scratch.clear();
            scratch.clear();
        }
    }

    private static void rowsOfACopyAreSent(Prover prover) {
        assertThat(prover.add(postgres("create table t (id serial, a text);\ncopy t (a) from stdin;\nx\ny\n\\.\n")))
                .isEmpty();
        assertThat(prover.prove(postgres("copy t (a) from stdin;\nz\n\\.\n")))
                .isEqualTo(new Proof.Mutates(List.of(
                        new Change(Way.CHANGED, "counter", "public.t_id_seq", "3 became 4"),
                        new Change(Way.CHANGED, "rows", "public.t", "1 new, 0 gone"))));
    }

    private static void whatLiesOutsideOfTheDatabaseIsSeenAndBroughtBack(Prover prover) {
        assertThat(prover.prove(postgres("create role reader")))
                .isInstanceOfSatisfying(
                        Proof.Fails.class,
                        fails -> assertThat(fails.stop().code()).isEqualTo("42710"));
        assertThat(prover.prove(postgres("create role reader; grant select on t to reader; revoke all on t from reader;"
                        + " drop role reader")))
                .isEqualTo(new Proof.Repeats());
    }

    private static void aStoppedRunStartsFromACopy(Prover prover) {
        assertThat(prover.restarts(postgres("alter table t add column if not exists n int; update t set n = 1")))
                .containsExactly(new Restart(1, End.SAME));
    }

    @Test
    void aServerThatDoesNotStartSaysWhyAndLeavesNothing() throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String name : List.of("postgres", "initdb")) {
            Path program = Files.writeString(bin.resolve(name), "#!/bin/sh\necho no room for $0 >&2\nexit 1\n");
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
        InstallationSearch search = new InstallationSearch(Optional.empty(), bin.toString());

        assertThatThrownBy(() -> Scratches.start(Dialect.POSTGRESQL, search).close())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("PostgreSQL failed: ");
        assertThat(foldersOfServers()).isEmpty();
    }

    @Test
    void whereNoServerIsThatIsSaid() {
        InstallationSearch search = new InstallationSearch(Optional.of(folder), "");

        assertThatThrownBy(() -> Scratches.start(Dialect.MYSQL, search).close())
                .isInstanceOf(UsageException.class)
                .hasMessage("--scratch-server: " + folder + " holds no MySQL: mysqld not found");
        assertThatThrownBy(() -> Scratches.start(Dialect.ORACLE, search).close())
                .isInstanceOf(Failure.class)
                .hasMessage("there are no throw-away databases of the dialect 'oracle'");
    }

    private static List<Path> foldersOfServers() throws IOException {
        long mine = ProcessHandle.current().pid();
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(each -> String.valueOf(each.getFileName()).startsWith("migtrue-scratch-" + mine + "-"))
                    .toList();
        }
    }
}
