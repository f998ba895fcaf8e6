package dev.migtrue.system.flyway;

import dev.migtrue.model.Kind;
import dev.migtrue.model.Ordering;
import dev.migtrue.system.flyway.Variables.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one Flyway is told about its files and its table.
 *
 * @param locations where its configuration says that the files lie, as written there; empty where it says nothing
 * @param schema the schema of the version table; absent where the connection decides
 * @param placeholders what is filled into scripts; absent where nothing is
 * @param encoding the encoding of the files; absent for UTF-8
 * @param expendable the kinds of migrations whose files may be gone once they were applied
 * @param strangers what becomes of files that are named otherwise
 * @param reading who makes migrations of the files
 * @param isInTransaction whether each migration is run in a transaction
 * @param variables the environment variables that decided some of this, by name
 */
record Settings(
        Naming naming,
        List<String> locations,
        String table,
        Optional<String> schema,
        Ordering ordering,
        Optional<Placeholders> placeholders,
        Optional<String> encoding,
        Set<Kind> expendable,
        Strangers strangers,
        Reading reading,
        boolean isInTransaction,
        List<String> variables) {

    /** What Flyway does with SQL files whose names say nothing to it. */
    enum Strangers {
        IGNORED,
        REFUSED
    }

    /** Who makes migrations of files. */
    enum Reading {
        BY_FLYWAY,
        /** Flyway is told to leave it to what the project wrote for it. */
        BY_THE_PROJECT
    }

    private static final Set<String> KEYS = Set.of(
            "locations",
            "table",
            "defaultschema",
            "schemas",
            "sqlmigrationprefix",
            "repeatablesqlmigrationprefix",
            "baselinemigrationprefix",
            "undosqlmigrationprefix",
            "sqlmigrationseparator",
            "sqlmigrationsuffixes",
            "outoforder",
            "placeholderreplacement",
            "placeholderprefix",
            "placeholdersuffix",
            "placeholderseparator",
            "skipdefaultresolvers",
            "validatemigrationnaming",
            "encoding",
            "ignoremigrationpatterns",
            "ignoremissingmigrations",
            "executeintransaction");

    /** What Flyway does unless told otherwise. */
    static final Settings DEFAULT = of(Map.of());

    Settings {
        locations = List.copyOf(locations);
        expendable = Set.copyOf(expendable);
        variables = List.copyOf(variables);
    }

    /** Whether any of these keys tells something of files or table. */
    static boolean isTold(Map<String, String> values) {
        return values.keySet().stream().anyMatch(key -> KEYS.contains(key) || key.startsWith(Told.PLACEHOLDERS));
    }

    /** The settings that these values make, by the keys of {@link Told}. */
    static Settings of(Map<String, String> values) {
        return of(values, new TreeMap<>());
    }

    /** As {@link #of(Map)}, variables counting for more than what stands in files. */
    static Settings of(Map<String, String> inFiles, SortedMap<String, Variable> variables) {
        Map<String, String> values = Variables.over(inFiles, variables);
        Naming naming = new Naming(
                text(values, "sqlmigrationprefix").orElse(Naming.DEFAULT.versioned()),
                text(values, "repeatablesqlmigrationprefix").orElse(Naming.DEFAULT.repeatable()),
                text(values, "baselinemigrationprefix").orElse(Naming.DEFAULT.baseline()),
                text(values, "undosqlmigrationprefix").orElse(Naming.DEFAULT.undo()),
                nonEmpty(values, "sqlmigrationseparator").orElse(Naming.DEFAULT.separator()),
                suffixes(values));
        return new Settings(
                naming,
                list(values, "locations").toList(),
                nonEmpty(values, "table").orElse("flyway_schema_history"),
                nonEmpty(values, "defaultschema")
                        .or(() -> nonEmpty(values, "schemas").map(schemas -> schemas.split(",", 2)[0].strip())),
                isSetTo(values, "outoforder", true) ? Ordering.LENIENT : Ordering.STRICT,
                isSetTo(values, "placeholderreplacement", false) ? Optional.empty() : Optional.of(placeholders(values)),
                nonEmpty(values, "encoding").filter(Settings::isOther),
                expendable(values),
                isSetTo(values, "validatemigrationnaming", true) ? Strangers.REFUSED : Strangers.IGNORED,
                isSetTo(values, "skipdefaultresolvers", true) ? Reading.BY_THE_PROJECT : Reading.BY_FLYWAY,
                !isSetTo(values, "executeintransaction", false),
                Variables.names(variables));
    }

    /** Whether an encoding is not the one that texts are read in here. */
    static boolean isOther(String encoding) {
        return !encoding.replace("-", "").equalsIgnoreCase("UTF8");
    }

    private static Placeholders placeholders(Map<String, String> values) {
        Map<String, String> known = new TreeMap<>();
        values.keySet().stream()
                .filter(key -> key.startsWith(Told.PLACEHOLDERS))
                // Some files escape characters, others do not.
                .forEach(key -> text(values, key)
                        .filter(value -> !value.contains("\\"))
                        .ifPresent(value -> known.put(key.substring(Told.PLACEHOLDERS.length()), value)));
        return new Placeholders(
                nonEmpty(values, "placeholderprefix").orElse("${"),
                nonEmpty(values, "placeholdersuffix").orElse("}"),
                nonEmpty(values, "placeholderseparator").orElse(":"),
                known);
    }

    /** By patterns such as {@code *:missing}; up to Flyway 8 there was a switch for all. */
    private static Set<Kind> expendable(Map<String, String> values) {
        Set<String> patterns = list(values, "ignoremigrationpatterns")
                .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Predicate<Kind> isNamed = kind -> Stream.of("*", kind.name().toLowerCase(Locale.ROOT))
                .anyMatch(type -> patterns.contains(type + ":missing") || patterns.contains(type + ":*"));
        return Stream.of(Kind.VERSIONED, Kind.REPEATABLE)
                .filter(isNamed.or(kind -> isSetTo(values, "ignoremissingmigrations", true)))
                .collect(Collectors.toSet());
    }

    /**
     * A suffix may begin with something only known at run time, such as {@code ${database}.sql}; its end is then
     * enough.
     */
    private static List<String> suffixes(Map<String, String> values) {
        List<String> suffixes = list(values, "sqlmigrationsuffixes")
                .map(suffix -> suffix.substring(suffix.lastIndexOf('}') + 1))
                .filter(suffix -> !suffix.isEmpty())
                .toList();
        return suffixes.isEmpty() ? Naming.DEFAULT.suffixes() : suffixes;
    }

    private static Stream<String> list(Map<String, String> values, String key) {
        return Optional.ofNullable(values.get(key)).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }

    private static boolean isSetTo(Map<String, String> values, String key, boolean wanted) {
        return text(values, key)
                .filter(value -> value.equalsIgnoreCase(Boolean.toString(wanted)))
                .isPresent();
    }

    private static Optional<String> nonEmpty(Map<String, String> values, String key) {
        return text(values, key).filter(value -> !value.isEmpty());
    }

    /**
     * A value that is known without running anything; of {@code ${NAME:value}} that is what stands for an unset name.
     */
    private static Optional<String> text(Map<String, String> values, String key) {
        return Optional.ofNullable(values.get(key))
                .map(value -> value.replaceAll("\\$\\{[^${}]*:([^${}]*)}", "$1"))
                .filter(value -> !value.contains("${") || key.equals("placeholderprefix"));
    }
}
