package dev.migtrue.cli;

import dev.migtrue.config.DatabaseSettings;
import dev.migtrue.config.DatabaseSettings.AddressReference;
import dev.migtrue.gather.address.AddressCommand;
import dev.migtrue.gather.address.SpokenAddress;
import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.DriverFolder;
import dev.migtrue.gather.database.JdbiDatabase;
import dev.migtrue.gather.database.TenantedDatabase;
import dev.migtrue.gather.database.TenantedDatabase.Progress;
import dev.migtrue.gather.database.Timeouts;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Databases whose addresses are kept elsewhere: in variables, in files, in what programs print.
 *
 * @param surroundings of the run, with the variables that the configuration adds
 * @param top the top of the repository, for relative paths of the configuration
 * @param consent whether programs that the configuration names may be run
 * @param drivers where those drivers are that do not come with migtrue
 * @param progress who is told while tenants are read
 */
record ReferredDatabases(
        Surroundings surroundings, Path top, Consent consent, DriverFolder drivers, Progress progress) {

    /** @param where its address was looked for */
    private record Wanted(DatabaseName name, DatabaseSettings settings, String where) {}

    /** The database that settings refer to; one without an address where that is not there. */
    Database open(DatabaseName name, DatabaseSettings known) {
        return switch (known.address()) {
            case AddressReference.Variable variable ->
                at(
                        new Wanted(name, known, "environment variable " + variable.name()),
                        variable(variable.name()).orElse(""),
                        "is not set");
            case AddressReference.File file -> inFile(new Wanted(name, known, "file " + file.path()), file.path());
            case AddressReference.Command command ->
                printed(new Wanted(name, known, "urlCommand"), command.arguments());
        };
    }

    /** The database at an address, whoever said it. */
    JdbiDatabase opened(DatabaseName name, String text, Path folder) {
        return opened(name, text, folder, Timeouts.DEFAULT);
    }

    private JdbiDatabase opened(DatabaseName name, String text, Path folder, Timeouts timeouts) {
        surroundings.secrets().remembering(text);
        SpokenAddress address = SpokenAddress.read(text, folder).completed(surroundings.environment());
        surroundings.secrets().add(address.secrets());
        return new JdbiDatabase(name, address.parse(), timeouts, drivers);
    }

    /** What a variable holds; absent where it is not set, or blank. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(surroundings.environment().get(name)).filter(value -> !value.isBlank());
    }

    private Database inFile(Wanted wanted, String path) {
        try {
            return at(wanted, Files.readString(expanded(path)), "is empty");
        } catch (IOException unreadable) {
            return new DatabaseWithoutAddress(wanted.name(), wanted.where() + " cannot be read");
        }
    }

    private Path expanded(String path) {
        return path.startsWith("~/")
                ? Path.of(surroundings.environment().getOrDefault("HOME", "")).resolve(path.substring(2))
                : top.resolve(path);
    }

    private Database printed(Wanted wanted, List<String> arguments) {
        Optional<String> objection =
                arguments.isEmpty() ? Optional.of("urlCommand names no program") : consent.objection();
        if (objection.isPresent()) {
            return new DatabaseWithoutAddress(wanted.name(), objection.get());
        }
        AddressCommand command =
                new AddressCommand(arguments, surroundings.environment(), top, AddressCommand.USUAL_LIMIT);
        try {
            return at(wanted, command.output(), "prints nothing");
        } catch (AddressCommand.Unsuccessful failed) {
            return new DatabaseWithoutAddress(wanted.name(), String.valueOf(failed.getMessage()));
        }
    }

    private Database at(Wanted wanted, String address, String ifBlank) {
        if (address.isBlank()) {
            return new DatabaseWithoutAddress(wanted.name(), wanted.where() + " " + ifBlank);
        }
        try {
            Timeouts timeouts = WaitingTimes.of(wanted.settings().patience());
            return parts(opened(wanted.name(), address, top, timeouts), wanted.settings());
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
