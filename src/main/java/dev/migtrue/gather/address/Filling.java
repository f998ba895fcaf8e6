package dev.migtrue.gather.address;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts into the text of a file what it leaves to variables, and remembers which those were. For one address. */
final class Filling {

    /** {@code ${NAME}}, {@code ${NAME:default}}, {@code ${NAME:-default}}; the innermost is filled first. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?:env[.:])?([^${}:]+)(?::-?([^${}]*))?}");

    private static final int DEEPEST = 10;

    private final Map<String, String> environment;
    private final Map<String, String> properties;
    private final SequencedSet<String> taken = new LinkedHashSet<>();
    private Optional<String> gap = Optional.empty();

    /** @param properties values of the file itself that others may name, by their keys */
    Filling(Map<String, String> environment, Map<String, String> properties) {
        this.environment = environment;
        this.properties = new LinkedHashMap<>(properties);
    }

    Filling(Map<String, String> environment) {
        this(environment, Map.of());
    }

    /** What a variable holds; where it is not set that is a gap, unless there is a default. */
    String variable(String name, Optional<String> unset) {
        String relaxed = name.toUpperCase(Locale.ROOT).replaceAll("[.\\[]", "_").replaceAll("[-\\]]", "");
        for (String each : new LinkedHashSet<>(List.of(name, relaxed))) {
            if (environment.containsKey(each)) {
                taken.add(each);
                return environment.getOrDefault(each, "");
            }
        }
        Optional<String> known = Optional.ofNullable(properties.get(name)).or(() -> unset);
        if (known.isEmpty()) {
            miss("the environment variable " + relaxed + " is not set");
        }
        return known.orElse("");
    }

    /** Whether a variable is set. */
    boolean has(String name) {
        return environment.containsKey(name);
    }

    /** A text with everything in it that it leaves to variables. */
    String fill(String text) {
        String filled = text;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Matcher placeholder = PLACEHOLDER.matcher(filled);
            if (!placeholder.find()) {
                return filled;
            }
            filled = placeholder.replaceAll(found ->
                    Matcher.quoteReplacement(variable(found.group(1).strip(), Optional.ofNullable(found.group(2)))));
        }
        miss("its placeholders name each other");
        return filled;
    }

    /** Remembers why there is no address; the first reason counts. */
    void miss(String reason) {
        gap = gap.or(() -> Optional.of(reason));
    }

    /** Why there is no address; absent where there is one. */
    Optional<String> gap() {
        return gap;
    }

    /** The variables that went into it. */
    SequencedSet<String> taken() {
        return Collections.unmodifiableSequencedSet(taken);
    }
}
