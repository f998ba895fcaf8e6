package dev.migtrue.cli;

import dev.migtrue.config.Configuration;
import dev.migtrue.facts.Survey;
import dev.migtrue.gather.ListedSystem;
import dev.migtrue.gather.Surveyor;
import dev.migtrue.gather.git.Search;
import dev.migtrue.judge.Exceptions.Extent;
import dev.migtrue.model.UsageException;
import dev.migtrue.system.MigrationSystem;
import dev.migtrue.system.MigrationSystems;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            description =
                    "The branch to be merged into. Default: the one that migtrue.yaml names, else the one that the"
                            + " CI system or pre-commit names in its variables, else the default branch of the remote 'origin'.")
    private @Nullable String base;

    @Option(
            names = "--db",
            paramLabel = "NAME|URL",
            description = "The database whose version table to read: one that migtrue.yaml names, its URL, or"
                    + " snapshot[:FILE] for what 'migtrue snapshot' kept; may be given several times. Default: all that migtrue.yaml names, else the environment variable"
                    + " DATABASE_URL.")
    private List<String> databases = new ArrayList<>();

    @Option(names = "--no-db", description = "Do not look at any database.")
    private boolean withoutDatabase;

    @Option(
            names = "--system",
            paramLabel = "NAME",
            description = "Look for this migration system only; may be given several times.")
    private List<String> systems = new ArrayList<>();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration. Default: migtrue.yaml at the top of the repository, if it is there.")
    private @Nullable Path configuration;

    /** Reads what the options and the configuration name; of the uses of migration systems found, those in or around {@code paths}. */
    Reading read(Surroundings surroundings, List<Path> paths) {
        return read(surroundings, paths, Search.Depth.KNOWN);
    }

    /** @param depth how deep to search for files that no place has */
    Reading read(Surroundings surroundings, List<Path> paths, Search.Depth depth) {
        Path start = start(surroundings);
        Surroundings here = surroundings.in(start);
        try (Workplace workplace = open(surroundings);
                OpenDatabases opened = databases(workplace, here)) {
            Configuration said = workplace.configuration();
            WantedPaths wanted = new WantedPaths(paths, start, workplace.top(here));
            Survey survey = new Surveyor(workplace.repository(), opened.all(), depth)
                    .lookingAhead()
                    .declaring(said.absences())
                    .at(Instant.now())
                    .survey(systems(said, surroundings.environment()), wanted);
            return new Reading(survey, said, paths.isEmpty() && systems.isEmpty() ? Extent.WHOLE : Extent.PART);
        }
    }

    /** Opens the repository that is to be read, and reads its configuration. */
    Workplace open(Surroundings surroundings) {
        return Workplace.open(
                surroundings.in(start(surroundings)), Optional.ofNullable(base), Optional.ofNullable(configuration));
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

    /** The systems to look for, as environment variables set them up. */
    List<MigrationSystem> systems(Configuration said, Map<String, String> environment) {
        List<MigrationSystem> known = ListedSystem.of(MigrationSystems.within(environment), said.systems());
        for (String name : systems) {
            if (known.stream().noneMatch(system -> system.name().equals(name))) {
                throw new UsageException("no migration system is called '" + name + "'; known are "
                        + known.stream().map(MigrationSystem::name).distinct().collect(Collectors.joining(", ")));
            }
        }
        return known.stream()
                .filter(system -> systems.isEmpty() || systems.contains(system.name()))
                .toList();
    }

    /** The databases to read; none is connected to yet. */
    OpenDatabases databases(Workplace workplace, Surroundings surroundings) {
        if (withoutDatabase) {
            return OpenDatabases.none();
        }
        NamedDatabases named = NamedDatabases.of(workplace.configuration(), surroundings, workplace.repository());
        return databases.isEmpty() ? named.usual() : named.open(databases);
    }
}
