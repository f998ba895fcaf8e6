package dev.migtrue.cli;

import dev.migtrue.config.Configuration;
import dev.migtrue.config.DatabaseSettings;
import dev.migtrue.config.DatabaseSettings.AddressReference;
import dev.migtrue.config.Nearest;
import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.DatabaseAddress;
import dev.migtrue.gather.database.JdbiDatabase;
import dev.migtrue.gather.database.TenantedDatabase;
import dev.migtrue.gather.database.TenantedDatabase.Progress;
import dev.migtrue.gather.database.Timeouts;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The databases that can be asked for by name, and any others by their address.
 *
 * @param settings those that the project names
 * @param start what a relative path in an address of the command line is relative to
 * @param top the top of the repository, for relative paths of the configuration
 * @param snapshot what {@code snapshot} stands for
 * @param progress who is told while tenants are read
 */
record NamedDatabases(
        SequencedMap<DatabaseName, DatabaseSettings> settings,
        Map<String, String> environment,
        Path start,
        Path top,
        KeptSnapshot snapshot,
        Progress progress) {

    static NamedDatabases of(Configuration configuration, Surroundings surroundings, Repository repository) {
        Path start = surroundings.directory();
        return new NamedDatabases(
                configuration.databases(),
                surroundings.environment(),
                start,
                repository.workTree().orElse(start),
                KeptSnapshot.of(configuration, surroundings, repository),
                new TenantProgress(surroundings));
    }

    /** All that the project names, or else the one of the environment variable DATABASE_URL, if it is set. */
    OpenDatabases usual() {
        if (!settings.isEmpty()) {
            return named(List.copyOf(settings.sequencedKeySet()));
        }
        return open(Optional.ofNullable(environment.get("DATABASE_URL"))
                .filter(url -> !url.isBlank())
                .map(List::of)
                .orElse(List.of()));
    }

    /** Those that the project calls so. */
    OpenDatabases named(List<DatabaseName> names) {
        return open(names.stream().map(DatabaseName::value).toList());
    }

    /** Those of these names and addresses. The first that has no name is the default one, others are told apart by a number. */
    OpenDatabases open(List<String> namesOrAddresses) {
        List<String> asked = namesOrAddresses.stream().distinct().toList();
        List<Database> opened = new ArrayList<>();
        for (String each : asked) {
            DatabaseName name = new DatabaseName(each);
            opened.addAll(Optional.ofNullable(settings.get(name))
                    .map(known -> List.of(open(name, known)))
                    .or(() -> snapshot.databases(each))
                    .orElseGet(() -> List.of(atAddress(each, opened))));
        }
        Set<DatabaseName> names = new HashSet<>();
        opened.stream()
                .map(Database::name)
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(twice -> {
                    throw new UsageException("two databases are called '" + twice + "': leave one of them out");
                });
        return new OpenDatabases(opened);
    }

    private Database atAddress(String address, List<Database> opened) {
        if (!settings.isEmpty() && !address.contains(":")) {
            List<String> known =
                    settings.keySet().stream().map(DatabaseName::value).toList();
            throw new UsageException("no database is called '" + address + "'"
                    + Nearest.to(address, known)
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse("; known are " + String.join(", ", known)));
        }
        DatabaseName name = Stream.concat(
                        Stream.of(DatabaseName.DEFAULT),
                        Stream.iterate(2, number -> number + 1).map(number -> new DatabaseName("database-" + number)))
                .filter(free ->
                        opened.stream().noneMatch(database -> database.name().equals(free)))
                .findFirst()
                .orElseThrow();
        return new JdbiDatabase(name, DatabaseAddress.parse(address, start), Timeouts.DEFAULT);
    }

    private Database open(DatabaseName name, DatabaseSettings known) {
        return switch (known.address()) {
            case AddressReference.Variable variable ->
                at(
                        new Wanted(name, known, "environment variable " + variable.name()),
                        Optional.ofNullable(environment.get(variable.name())).orElse(""),
                        "is not set");
            case AddressReference.File file -> inFile(name, known, file.path());
        };
    }

    /** @param where its address was looked for */
    private record Wanted(DatabaseName name, DatabaseSettings settings, String where) {}

    private Database inFile(DatabaseName name, DatabaseSettings known, String path) {
        Wanted wanted = new Wanted(name, known, "file " + path);
        try {
            return at(wanted, Files.readString(expanded(path)), "is empty");
        } catch (IOException unreadable) {
            return new DatabaseWithoutAddress(name, wanted.where() + " cannot be read");
        }
    }

    private Path expanded(String path) {
        return path.startsWith("~/")
                ? Path.of(environment.getOrDefault("HOME", "")).resolve(path.substring(2))
                : top.resolve(path);
    }

    private Database at(Wanted wanted, String address, String ifBlank) {
        if (address.isBlank()) {
            return new DatabaseWithoutAddress(wanted.name(), wanted.where() + " " + ifBlank);
        }
        try {
            return parts(
                    new JdbiDatabase(wanted.name(), DatabaseAddress.parse(address, top), Timeouts.DEFAULT),
                    wanted.settings());
        } catch (UsageException malformed) {
            throw new UsageException(
                    "database " + wanted.name() + ", " + wanted.where() + ": " + malformed.getMessage());
        }
    }

    private Database parts(JdbiDatabase database, DatabaseSettings known) {
        if (known.tenants().isPresent()) {
            return new TenantedDatabase(database, known.tenants().get(), progress);
        }
        return known.schema()
                .<Database>map(schema -> new DatabaseWithSchema(database, schema))
                .orElse(database);
    }
}
