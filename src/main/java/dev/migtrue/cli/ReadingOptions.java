package dev.migtrue.cli;

import dev.migtrue.config.Configuration;
import dev.migtrue.facts.Survey;
import dev.migtrue.gather.ListedSystem;
import dev.migtrue.gather.Surveyor;
import dev.migtrue.gather.Uses;
import dev.migtrue.gather.address.AddressSearch;
import dev.migtrue.gather.address.Review;
import dev.migtrue.gather.git.Search;
import dev.migtrue.judge.Exceptions.Extent;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UsageException;
import dev.migtrue.system.Layout;
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
            description =
                    "The database whose version table to read: one that migtrue.yaml names, its URL, '$NAME' for the one in"
                            + " that environment variable, or snapshot[:FILE] for what 'migtrue snapshot' kept; may be given several"
                            + " times. Default: all that migtrue.yaml names, else the one of the environment variables of the migration"
                            + " tool, of DATABASE_URL, of the tool's own configuration or of libpq's variables, in this order."
                            + " SQL Server, Oracle and ClickHouse need a driver in the folder that the environment variable"
                            + " MIGTRUE_DRIVERS names.")
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
        try (Workplace workplace = open(surroundings)) {
            Configuration said = workplace.configuration();
            WantedPaths wanted = new WantedPaths(paths, start, workplace.top(here));
            Surveyor surveyor = new Surveyor(workplace.repository(), List.of(), depth)
                    .lookingAhead()
                    .declaring(said.absences())
                    .at(Instant.now());
            Uses uses = surveyor.detect(systems(said, surroundings.environment()), wanted);
            try (OpenDatabases opened = databases(workplace, here, uses)) {
                Survey survey = surveyor.asking(opened.all()).survey(uses);
                Extent extent = paths.isEmpty() && systems.isEmpty() ? Extent.WHOLE : Extent.PART;
                return new Reading(survey, said, extent, workplace.top(here), opened.origins());
            }
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

    /** The databases to read for these uses of systems; none is connected to yet. */
    OpenDatabases databases(Workplace workplace, Surroundings surroundings, Uses uses) {
        if (withoutDatabase) {
            return OpenDatabases.none();
        }
        NamedDatabases named = workplace.databases(surroundings);
        if (!databases.isEmpty()) {
            return named.open(databases);
        }
        if (!named.settings().isEmpty()) {
            return named.all();
        }
        return uses.wanted().isEmpty() ? named.usual() : found(workplace, named, uses);
    }

    private static OpenDatabases found(Workplace workplace, NamedDatabases named, Uses uses) {
        Map<Source, Tree> trees = workplace.repository().trees();
        Map<String, String> environment = named.referred().surroundings().environment();
        // A bare repository has no files that anybody works with.
        Tree files = Optional.ofNullable(trees.get(Source.WORKING_TREE)).orElseGet(() -> trees.get(Source.HEAD));
        AddressSearch search = new AddressSearch(
                files,
                Review.of(trees, environment),
                environment,
                named.referred().top());
        return new DatabaseSearch(
                        search,
                        named.referred().surroundings().secrets(),
                        named.referred().drivers())
                .of(uses.wanted().stream().map(Layout::project).toList());
    }
}
