package dev.migtrue.gather.database.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.scratch.server.InstallationSearch;
import dev.migtrue.gather.scratch.server.LocalServer;
import dev.migtrue.gather.scratch.server.ServerKind;
import dev.migtrue.testing.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The PostgreSQL server that a Debian package installed, started for a test, and the programs of its own version beside it.
 *
 * @param bin where its programs are
 * @param folder where they run
 */
record InstalledPostgres(LocalServer server, Path bin, Path folder) implements AutoCloseable {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    static boolean isThere() {
        return found().isPresent();
    }

    static InstalledPostgres start(Path folder) {
        Path bin = found().orElseThrow();
        InstallationSearch search = new InstallationSearch(Optional.of(bin), "");
        return new InstalledPostgres(LocalServer.start(ServerKind.POSTGRESQL, search), bin, folder);
    }

    private static Optional<Path> found() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.sorted()
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Stream.of("postgres", "initdb", "pg_dump", "psql")
                            .allMatch(name -> Files.isExecutable(bin.resolve(name))))
                    .findFirst();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    String url(String database) {
        LocalServer.Login login = server.login();
        return "postgresql://%s:%s@127.0.0.1:%d/%s".formatted(login.user(), login.password(), login.port(), database);
    }

    String jdbcUrl(String database) {
        LocalServer.Login login = server.login();
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
                .formatted(login.port(), database, login.user(), login.password());
    }

    /** Runs psql or pg_dump in the folder, with a database of the server. */
    void run(String program, String database, String... arguments) {
        Stream<String> stopping =
                program.equals("psql") ? Stream.of("--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1") : Stream.empty();
        List<String> command = Stream.of(
                        Stream.of(bin.resolve(program).toString()),
                        stopping,
                        Stream.of("--dbname=" + database),
                        Stream.of(arguments))
                .flatMap(words -> words)
                .toList();
        Program.Run run = Program.run(folder, Map.of(), command.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    @Override
    public void close() {
        server.close();
    }
}
