package dev.migtrue.system.flyway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The environment variables that tell a Flyway something of its files or its table. No other is kept: neither address nor password.
 *
 * @param flyway those that Flyway and its plugins read, by the keys of {@link Told}
 * @param framework those that a framework reads and hands on
 */
record Variables(SortedMap<String, Variable> flyway, SortedMap<String, Variable> framework) {

    static final Variables NONE = new Variables(new TreeMap<>(), new TreeMap<>());

    private static final Pattern OF_FRAMEWORK =
            Pattern.compile("(?i)(?:spring_flyway|quarkus_flyway|flyway_datasources_default)_(.+?)(?:_\\d+)?");
    private static final Pattern OF_FLYWAY = Pattern.compile("(?i)flyway_(.+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("(?i)placeholders_(.+)");

    /** @param name as it stands in the environment */
    record Variable(String name, String value) {}

    /** Those of an environment. */
    static Variables of(Map<String, String> environment) {
        SortedMap<String, Variable> flyway = new TreeMap<>();
        SortedMap<String, Variable> framework = new TreeMap<>();
        new TreeMap<>(environment).forEach((name, value) -> {
            note(OF_FLYWAY, name, value, flyway);
            note(OF_FRAMEWORK, name, value, framework);
        });
        return new Variables(flyway, framework);
    }

    private static void note(Pattern form, String name, String value, SortedMap<String, Variable> noted) {
        Matcher matcher = form.matcher(name);
        if (matcher.matches()) {
            Optional.of(key(matcher.group(1)))
                    .filter(key -> Settings.isTold(Map.of(key, value)))
                    .ifPresent(key -> noted.merge(
                            key,
                            new Variable(name, value),
                            (first, next) -> new Variable(first.name(), first.value() + "," + next.value())));
        }
    }

    private static String key(String rest) {
        Matcher placeholder = PLACEHOLDER.matcher(rest);
        return placeholder.matches()
                ? Told.PLACEHOLDERS + placeholder.group(1).toLowerCase(Locale.ROOT)
                : rest.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Values with those of variables in their place. */
    static SequencedMap<String, String> over(Map<String, String> values, SortedMap<String, Variable> variables) {
        SequencedMap<String, String> all = new LinkedHashMap<>(values);
        variables.forEach((key, variable) -> all.put(key, variable.value()));
        return all;
    }

    /** What these variables are called. */
    static List<String> names(SortedMap<String, Variable> variables) {
        return variables.values().stream().map(Variable::name).sorted().toList();
    }
}
