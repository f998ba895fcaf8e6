package dev.migtrue.config;

import dev.migtrue.config.DatabaseSettings.AddressReference;
import dev.migtrue.config.DatabaseSettings.Patience;
import dev.migtrue.config.Form.Choice;
import dev.migtrue.config.Form.ListOf;
import dev.migtrue.config.Form.Text;
import dev.migtrue.config.Section.Fields;
import dev.migtrue.model.DatabaseRole;
import dev.migtrue.model.Level;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.TenantPattern;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** The keys of one database. */
record DatabaseKeys(Key<SequencedMap<RuleId, Level>> rules) {

    private static final Key<String> URL_ENV = Key.optional(
            "urlEnv",
            Text.of("the name of an environment variable", "^[A-Za-z_][A-Za-z0-9_]*$"),
            "The environment variable that holds the address.");
    private static final Key<String> URL_FILE = Key.optional(
            "urlFile",
            Text.of("the name of a file", "^(?!.*://)\\S(.*\\S)?$"),
            "The file that holds the address and nothing else, relative to the top of the repository. Keep it out of"
                    + " git.");
    private static final Key<List<String>> URL_COMMAND = Key.optional(
            "urlCommand",
            new ListOf<>("words", Text.of("a word", "^[^\\n]+$")),
            "The program that prints the address, and each of its arguments as a word of its own: no shell sees them. It is run"
                    + " only where MIGTRUE_ALLOW_COMMANDS=1 is set, or for a configuration outside of the repository.");
    private static final Key<DatabaseRole> ROLE = Key.optional(
            "role",
            Choice.of("a role", List.of(DatabaseRole.values()), DatabaseRole::label),
            "Who depends on it: private is one person's own, shared several people's, protected production. Rules that"
                    + " depend on it say so on their pages.");
    private static final Key<String> SCHEMA = Key.optional(
            "schema",
            Text.of("the name of a schema", "^\\S(.*\\S)?$"),
            "The schema in which the version tables are, where the connection would not look by itself.");

    private static final Key<TenantPattern> TENANTS = Key.optional(
            "tenants",
            TenantKeys.section(),
            "Where the same tables are there once for each tenant: which schemas or databases these are. It takes the"
                    + " place of 'schema'.");

    private static final Text<Duration> WAIT = new Text<>(
            "a number of seconds or milliseconds, 5s or 500ms",
            Pattern.compile("^[1-9][0-9]{0,5}m?s$"),
            Optional.empty(),
            Text.Numbers.REFUSED,
            DatabaseKeys::duration);
    private static final Key<Duration> CONNECT_TIMEOUT = Key.optional(
            "connectTimeout",
            WAIT,
            "How long to wait for a connection, 5s or 500ms, where the address does not say it. Without it: 3s.");
    private static final Key<Duration> STATEMENT_TIMEOUT = Key.optional(
            "statementTimeout",
            WAIT,
            "How long to wait for each answer and for each lock that stands in its way, 5s or 500ms. Without it: 5s.");

    Section<DatabaseSettings> section() {
        SequencedMap<String, String> refused = new LinkedHashMap<>();
        refused.put("url", "is not taken, as an address may hold a password: name a variable with 'urlEnv'");
        return new Section<>(
                "a database",
                List.of(
                        URL_ENV,
                        URL_FILE,
                        URL_COMMAND,
                        ROLE,
                        SCHEMA,
                        TENANTS,
                        CONNECT_TIMEOUT,
                        STATEMENT_TIMEOUT,
                        rules),
                List.of(URL_ENV, URL_FILE, URL_COMMAND),
                refused,
                this::read);
    }

    private Optional<DatabaseSettings> read(Fields fields) {
        Optional<AddressReference> variable = fields.get(URL_ENV).map(AddressReference.Variable::new);
        Optional<AddressReference> file = fields.get(URL_FILE).map(AddressReference.File::new);
        Optional<AddressReference> command = fields.get(URL_COMMAND).map(AddressReference.Command::new);
        Optional<DatabaseRole> role = fields.get(ROLE);
        Optional<String> schema = fields.get(SCHEMA);
        Optional<TenantPattern> tenants = fields.get(TENANTS);
        Patience patience = new Patience(fields.get(CONNECT_TIMEOUT), fields.get(STATEMENT_TIMEOUT));
        SequencedMap<RuleId, Level> own = fields.get(rules).orElseGet(LinkedHashMap::new);
        return variable.or(() -> file)
                .or(() -> command)
                .map(address -> new DatabaseSettings(address, role, schema, tenants, patience, own));
    }

    private static Optional<Duration> duration(String text) {
        long count = Long.parseLong(text.replaceFirst("m?s$", ""));
        return Optional.of(text.endsWith("ms") ? Duration.ofMillis(count) : Duration.ofSeconds(count));
    }
}
