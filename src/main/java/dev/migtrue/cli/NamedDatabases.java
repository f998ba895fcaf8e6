package dev.migtrue.cli;

import dev.migtrue.config.DatabaseSettings;
import dev.migtrue.config.Nearest;
import dev.migtrue.gather.address.SpokenAddress;
import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.snapshot.KeptSchemaDatabase;
import dev.migtrue.gather.snapshot.KeptSchemaFile;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The databases that can be asked for by name, and any others by their address.
 *
 * @param settings those that the project names
 * @param snapshot what {@code snapshot} stands for
 * @param referred opens what is referred to
 */
record NamedDatabases(
        SequencedMap<DatabaseName, DatabaseSettings> settings, KeptSnapshot snapshot, ReferredDatabases referred) {

    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Za-z_]\\w*)");

    /** What comes before the name of a file that holds a schema. */
    static final String KEPT_SCHEMA = "schema:";

    /** All that the project names. */
    OpenDatabases all() {
        return named(List.copyOf(settings.sequencedKeySet()));
    }

    /** The one of the environment variable DATABASE_URL, if it is set. */
    OpenDatabases usual() {
        return new OpenDatabases(referred.variable("DATABASE_URL").stream()
                .<Database>map(url -> referred.opened(DatabaseName.DEFAULT, url, start()))
                .toList());
    }

    /** Those that the project calls so. */
    OpenDatabases named(List<DatabaseName> names) {
        return open(names.stream().map(DatabaseName::value).toList());
    }

    /**
     * Those of these names, addresses, and variables with a dollar sign. The first that has no name is the default one, others are told
     * apart by a number.
     */
    OpenDatabases open(List<String> namesOrAddresses) {
        List<Database> opened = new ArrayList<>();
        for (String each : namesOrAddresses.stream().distinct().toList()) {
            DatabaseName name = new DatabaseName(each);
            opened.addAll(Optional.ofNullable(settings.get(name))
                    .map(known -> List.of(referred.open(name, known)))
                    .or(() -> snapshot.databases(each))
                    .orElseGet(() -> List.of(ofCommandLine(each, freeName(opened)))));
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

    /** The default one, or the first with a number that no other has. */
    static DatabaseName freeName(List<Database> opened) {
        return Stream.concat(
                        Stream.of(DatabaseName.DEFAULT),
                        Stream.iterate(2, number -> number + 1).map(number -> new DatabaseName("database-" + number)))
                .filter(free ->
                        opened.stream().noneMatch(database -> database.name().equals(free)))
                .findFirst()
                .orElseThrow();
    }

    private Database ofCommandLine(String text, DatabaseName name) {
        if (text.startsWith(KEPT_SCHEMA)) {
            String file = text.substring(KEPT_SCHEMA.length());
            return new KeptSchemaDatabase(name, file, new KeptSchemaFile(start().resolve(file), file).read());
        }
        Matcher variable = VARIABLE.matcher(text);
        if (variable.matches()) {
            return ofVariable(variable.group(1), name);
        }
        if (!settings.isEmpty() && !text.contains(":") && !text.contains("=")) {
            List<String> known =
                    settings.keySet().stream().map(DatabaseName::value).toList();
            throw new UsageException("no database is called '" + text + "'"
                    + Nearest.to(text, known)
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse("; known are " + String.join(", ", known)));
        }
        warnOfSecret(text);
        return referred.opened(name, text, start());
    }

    private Database ofVariable(String variable, DatabaseName name) {
        return referred.variable(variable)
                .<Database>map(url -> referred.opened(name, url, start()))
                .orElseGet(() -> new DatabaseWithoutAddress(name, "environment variable " + variable + " is not set"));
    }

    private void warnOfSecret(String text) {
        if (!SpokenAddress.secretsIn(text).isEmpty()) {
            referred.surroundings()
                    .err()
                    .println(
                            "migtrue: --db holds a password, which others see in the list of processes and which stays in the"
                                    + " history of the shell: put the URL into a variable and give its name, as --db '$NAME', or"
                                    + " use DATABASE_URL or migtrue.yaml");
        }
    }

    /** What a relative path in an address of the command line is relative to. */
    private Path start() {
        return referred.surroundings().directory();
    }
}
