package dev.migtrue.config;

import dev.migtrue.model.DatabaseRole;
import dev.migtrue.model.Level;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.TenantPattern;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A database of the project. Where it is stands elsewhere, for the address may hold a secret.
 *
 * @param schema where its version tables are; absent means wherever the connection finds them
 * @param tenants who has tables of their own in it; absent means that it is one whole
 * @param patience how long it is waited for
 * @param rules how much rules count for this database
 */
public record DatabaseSettings(
        AddressReference address,
        Optional<DatabaseRole> role,
        Optional<String> schema,
        Optional<TenantPattern> tenants,
        Patience patience,
        SequencedMap<RuleId, Level> rules) {

    public DatabaseSettings {
        rules = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rules));
    }

    /**
     * How long a database is waited for, where the project says so.
     *
     * @param connect for the connection
     * @param statement for each answer
     */
    public record Patience(Optional<Duration> connect, Optional<Duration> statement) {

        /** The one of a project that says nothing. */
        public static final Patience USUAL = new Patience(Optional.empty(), Optional.empty());
    }

    /** Where the address of a database is kept. */
    public sealed interface AddressReference {

        /** In an environment variable. */
        record Variable(String name) implements AddressReference {}

        /** In a file that holds nothing else; relative to the top of the repository, or absolute. */
        record File(String path) implements AddressReference {}

        /** In what a program prints. */
        record Command(List<String> arguments) implements AddressReference {
            public Command {
                arguments = List.copyOf(arguments);
            }
        }
    }
}
