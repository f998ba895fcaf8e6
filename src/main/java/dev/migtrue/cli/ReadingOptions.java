package dev.migtrue.cli;

import dev.migtrue.facts.Survey;
import dev.migtrue.gather.Surveyor;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.gather.git.Search;
import dev.migtrue.model.UsageException;
import dev.migtrue.system.MigrationSystem;
import dev.migtrue.system.MigrationSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to read: the options that every command with a survey has. */
final class ReadingOptions {

    @Option(names = "-C", paramLabel = "DIR", description = "Run as if started in DIR.")
    private @Nullable Path directory;

    @Option(
            names = "--base",
            paramLabel = "REF",
            description = "The branch to be merged into. Default: the one that the CI system or pre-commit names in its"
                    + " variables, else the default branch of the remote 'origin'.")
    private @Nullable String base;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "The database whose version table to read; may be given several times."
                    + " Default: the environment variable DATABASE_URL.")
    private List<String> databases = new ArrayList<>();

    @Option(names = "--no-db", description = "Do not look at any database.")
    private boolean withoutDatabase;

    @Option(
            names = "--system",
            paramLabel = "NAME",
            description = "Look for this migration system only; may be given several times.")
    private List<String> systems = new ArrayList<>();

    /** Reads what the options name; of the uses of migration systems found, those in or around {@code paths}. */
    Survey survey(Surroundings surroundings, List<Path> paths) {
        return survey(surroundings, paths, Search.Depth.KNOWN);
    }

    /** @param depth how deep to search for files that no place has */
    Survey survey(Surroundings surroundings, List<Path> paths, Search.Depth depth) {
        Path start = start(surroundings);
        List<MigrationSystem> looked = systems();
        try (Repository repository = open(surroundings);
                OpenDatabases opened = databases(start, surroundings)) {
            WantedPaths wanted =
                    new WantedPaths(paths, start, repository.workTree().orElse(start));
            return new Surveyor(repository, opened.all(), depth).lookingAhead().survey(looked, wanted);
        }
    }

    /** Opens the repository that is to be read. */
    Repository open(Surroundings surroundings) {
        return Repository.open(start(surroundings), surroundings.environment(), Optional.ofNullable(base));
    }

    /** The folder that paths on the command line are relative to. */
    Path start(Surroundings surroundings) {
        return directory == null
                ? surroundings.directory()
                : surroundings.directory().resolve(directory);
    }

    /** The systems named, in words; absent when none was named. */
    Optional<String> namedSystems() {
        return systems.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", systems));
    }

    private List<MigrationSystem> systems() {
        for (String name : systems) {
            if (MigrationSystems.ALL.stream().noneMatch(system -> system.name().equals(name))) {
                throw new UsageException("no migration system is called '" + name + "'; known are "
                        + MigrationSystems.ALL.stream()
                                .map(MigrationSystem::name)
                                .collect(Collectors.joining(", ")));
            }
        }
        return MigrationSystems.ALL.stream()
                .filter(system -> systems.isEmpty() || systems.contains(system.name()))
                .toList();
    }

    private OpenDatabases databases(Path start, Surroundings surroundings) {
        if (withoutDatabase) {
            return OpenDatabases.none();
        }
        List<String> addresses = databases.isEmpty()
                ? Optional.ofNullable(surroundings.environment().get("DATABASE_URL"))
                        .filter(url -> !url.isBlank())
                        .map(List::of)
                        .orElse(List.of())
                : databases;
        return OpenDatabases.at(addresses, start);
    }
}
