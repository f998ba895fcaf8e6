package dev.migtrue.system.liquibase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one Liquibase is told.
 *
 * @param changelogs its roots, as written there
 * @param schema the schema of the version table; absent where the connection decides
 * @param parameters names that it is given values for, spelled as the keys of configurations
 * @param home the schema that all lies in unless a changeset says otherwise; absent where the connection decides
 * @param given the values of those that are known, by the same names
 */
record Settings(
        List<String> changelogs,
        String table,
        String lockTable,
        Optional<String> schema,
        Optional<String> home,
        Set<String> parameters,
        Map<String, String> given) {

    private static final Pattern CHANGELOG = Pattern.compile("(?:.*liquibase.*\\.)?changelog(?:file)?");
    private static final Pattern TABLE = Pattern.compile("(?:.*liquibase.*\\.)?databasechangelogtable(?:name)?");
    private static final Pattern LOCK_TABLE =
            Pattern.compile("(?:.*liquibase.*\\.)?databasechangeloglocktable(?:name)?");
    private static final Pattern SCHEMA = Pattern.compile("(?:.*liquibase.*\\.)?liquibaseschema(?:name)?");
    private static final Pattern DEFAULT_SCHEMA = Pattern.compile("(?:.*liquibase.*\\.)?defaultschema(?:name)?");
    private static final Pattern PARAMETER =
            Pattern.compile("(?:.*liquibase.*\\.)?(?:parameters?|changelogparameters)\\.(.+)");

    /** What Liquibase does unless told otherwise. */
    static final Settings DEFAULT = of(Map.of());

    Settings {
        changelogs = List.copyOf(changelogs);
        parameters = Set.copyOf(parameters);
        given = Map.copyOf(given);
    }

    /** The settings that these values make, by the keys of {@link ConfigText}. */
    static Settings of(Map<String, String> values) {
        return new Settings(
                values.entrySet().stream()
                        .filter(entry -> CHANGELOG.matcher(entry.getKey()).matches())
                        .map(entry -> known(entry.getValue()))
                        .filter(value -> !value.isEmpty() && !value.contains("${"))
                        .distinct()
                        .toList(),
                first(values, TABLE).orElse("DATABASECHANGELOG"),
                first(values, LOCK_TABLE).orElse("DATABASECHANGELOGLOCK"),
                first(values, SCHEMA).or(() -> first(values, DEFAULT_SCHEMA)),
                first(values, DEFAULT_SCHEMA),
                values.keySet().stream()
                        .map(PARAMETER::matcher)
                        .filter(matcher -> matcher.matches())
                        .map(matcher -> matcher.group(1))
                        .collect(Collectors.toSet()),
                given(values));
    }

    private static Map<String, String> given(Map<String, String> values) {
        Map<String, String> given = new HashMap<>();
        values.forEach((key, value) -> {
            Matcher matcher = PARAMETER.matcher(key);
            if (matcher.matches() && !known(value).contains("${")) {
                given.put(matcher.group(1), known(value));
            }
        });
        return given;
    }

    /** The value that is given for a name; absent where none is, or where it is not known. */
    Optional<String> value(String name) {
        return Optional.ofNullable(given.get(ConfigText.plain(name)));
    }

    /** These settings, with names besides that others give values for. */
    Settings passing(Set<String> names) {
        return new Settings(
                changelogs,
                table,
                lockTable,
                schema,
                home,
                Stream.concat(parameters.stream(), names.stream()).collect(Collectors.toSet()),
                given);
    }

    /** Whether a value is given for a name, which is in lower case. */
    boolean pass(String name) {
        return parameters.contains(ConfigText.plain(name));
    }

    private static Optional<String> first(Map<String, String> values, Pattern key) {
        return values.entrySet().stream()
                .filter(entry -> key.matcher(entry.getKey()).matches())
                .map(entry -> known(entry.getValue()))
                .filter(value -> !value.isEmpty() && !value.contains("${"))
                .findFirst();
    }

    /** Of {@code ${NAME:value}} what stands for an unset name. */
    private static String known(String value) {
        return value.replaceAll("\\$\\{[^${}]*:([^${}]*)}", "$1").strip();
    }
}
