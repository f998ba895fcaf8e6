package dev.migtrue.cli;

import dev.migtrue.gather.scratch.Scratch;
import dev.migtrue.gather.scratch.ScratchUrl;
import dev.migtrue.gather.scratch.ScratchUrl.Consent;
import dev.migtrue.gather.scratch.Scratches;
import dev.migtrue.gather.scratch.replay.Opening;
import dev.migtrue.gather.scratch.server.InstallationSearch;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where databases are had that may be thrown away. */
final class ScratchOptions {

    @Option(
            names = "--scratch-server",
            paramLabel = "FOLDER|JAR",
            description =
                    "Where the programs of a database server are, installed or in a jar of embedded ones, that is started for"
                            + " this run only. Default: those on the PATH or where systems put them. SQLite and H2 need none.")
    private @Nullable Path server;

    @Option(
            names = "--scratch-url",
            paramLabel = "URL",
            description =
                    "Instead of starting a server, make databases beside this one, or the one whose address is in the"
                            + " environment variable '$NAME'. Its name must say that it may be thrown away. Nothing is done in it; ours"
                            + " are called like it and dropped in the end.")
    private @Nullable String url;

    @Option(
            names = "--scratch-url-is-disposable",
            description = "The server of --scratch-url may be used whatever the database is called.")
    private boolean isDisposable;

    /**
     * What was asked for, checked before anything runs.
     *
     * @param checked where the databases of the project are
     */
    Optional<ScratchUrl> url(Surroundings surroundings, Supplier<Set<String>> checked) {
        if (url == null) {
            if (isDisposable) {
                throw new UsageException("--scratch-url-is-disposable is said of a --scratch-url, and there is none");
            }
            return Optional.empty();
        }
        if (server != null) {
            throw new UsageException("--scratch-url and --scratch-server: give one of them");
        }
        return Optional.of(ScratchUrl.of(
                address(url, surroundings),
                surroundings.directory(),
                isDisposable ? Consent.GIVEN : Consent.BY_NAME,
                checked.get()));
    }

    private static String address(String said, Surroundings surroundings) {
        if (!said.startsWith("$")) {
            return said;
        }
        String address = surroundings.environment().getOrDefault(said.substring(1), "");
        if (address.isEmpty()) {
            throw new UsageException("--scratch-url: environment variable " + said.substring(1) + " is not set");
        }
        return surroundings.secrets().remembering(address);
    }

    /** How a replay of what was run in a project's databases comes to an empty one. */
    Opening opening(Workplace workplace, Surroundings here) {
        Set<String> checked = new HashSet<>();
        if (url != null) {
            try (OpenDatabases usual = workplace.databases(here).usual()) {
                usual.all().forEach(database -> checked.add(database.target()));
            }
        }
        url(here, () -> checked);
        return (dialect, target) -> {
            checked.add(target);
            return open(url(here, () -> checked), dialect, here);
        };
    }

    /** An empty database. */
    Scratch open(Optional<ScratchUrl> asked, Dialect dialect, Surroundings surroundings) {
        return asked.map(there -> Scratches.at(there, dialect))
                .orElseGet(() -> Scratches.start(
                        dialect,
                        new InstallationSearch(
                                Optional.ofNullable(server).map(surroundings.directory()::resolve),
                                surroundings.environment().getOrDefault("PATH", ""))));
    }
}
