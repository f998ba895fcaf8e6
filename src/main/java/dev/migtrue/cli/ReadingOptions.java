package dev.migtrue.cli;

import dev.migtrue.config.Configuration;
import dev.migtrue.gather.ListedSystem;
import dev.migtrue.gather.Scripts;
import dev.migtrue.gather.Surveyor;
import dev.migtrue.gather.Uses;
import dev.migtrue.gather.address.AddressSearch;
import dev.migtrue.gather.address.Review;
import dev.migtrue.gather.database.Database;
import dev.migtrue.judge.Exceptions.Extent;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UsageException;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import dev.migtrue.system.MigrationSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Reads what the options and the configuration name, as far as it is wanted. */
    Reading read(Surroundings surroundings, Wish wish) {
        Path start = start(surroundings);
        Surroundings here = surroundings.in(start);
        NamedFiles files = new NamedFiles(wish.paths(), start);
        files.check();
        if (files.areOutsideOfRepositories()) {
            Configuration said = configuration == null
                    ? Configuration.NONE
                    : Workplace.configurationAt(start.resolve(configuration));
            return new Reading(
                    scripts(wish).alone(files.scripts(List.of(), start, surroundings)),
                    said,
                    Extent.PART,
                    start,
                    List.of());
        }
        try (Workplace workplace = open(surroundings)) {
            return new PlacesReading(this, workplace, here, wish).read(files);
        }
    }

    /** How files are read that no migration system claims. */
    static Scripts scripts(Wish wish) {
        return new Scripts(wish.dialect(), wish.committing());
    }

    /** Whether only some of the systems are looked for. */
    boolean isOfSomeSystems() {
        return !systems.isEmpty();
    }

    /** The same, without any database. */
    ReadingOptions ofFilesOnly() {
        ReadingOptions others = new ReadingOptions();
        others.directory = directory;
        others.base = base;
        others.systems = systems;
        others.configuration = configuration;
        others.withoutDatabase = true;
        return others;
    }

    /** Where the databases are that are known of around these paths. None is connected to. */
    Set<String> targets(Surroundings surroundings, List<Path> paths) {
        Path start = start(surroundings);
        Surroundings here = surroundings.in(start);
        if (new NamedFiles(paths, start).areOutsideOfRepositories()) {
            return Set.of();
        }
        try (Workplace workplace = open(surroundings)) {
            Uses uses = new Surveyor(workplace.repository(), List.of())
                    .detect(systems(workplace.configuration(), here.environment()), layout -> true);
            try (OpenDatabases named = databases(workplace, here, uses);
                    OpenDatabases usual = workplace.databases(here).usual()) {
                return Stream.concat(named.all().stream(), usual.all().stream())
                        .map(Database::target)
                        .collect(Collectors.toSet());
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
        return new DatabaseSearch(
                        addresses(workplace, named),
                        named.referred().surroundings().secrets(),
                        named.referred().drivers())
                .of(uses.wanted().stream().map(Layout::project).toList());
    }

    /** Where the addresses of databases may be said. */
    static AddressSearch addresses(Workplace workplace, NamedDatabases named) {
        Map<Source, Tree> trees = workplace.repository().trees();
        Map<String, String> environment = named.referred().surroundings().environment();
        // A bare repository has no files that anybody works with.
        Tree files = Optional.ofNullable(trees.get(Source.WORKING_TREE)).orElseGet(() -> trees.get(Source.HEAD));
        return new AddressSearch(
                files,
                Review.of(trees, environment),
                environment,
                named.referred().top());
    }
}
