package dev.migtrue.system.alembic;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's way of naming one configuration value in another: {@code %(here)s}, and {@code %%} for a percent sign. */
final class Interpolation {

    /** Python gives up there too. */
    private static final int DEEPEST = 10;

    private static final Pattern REFERENCE = Pattern.compile("%(?:%|\\((?<name>[^)]+)\\)s)?");

    private Interpolation() {}

    /** The text with the values that it names put in; absent when one is not there, or a percent sign means nothing. */
    static Optional<String> resolve(String text, Map<String, String> values) {
        return resolve(text, values, DEEPEST);
    }

    private static Optional<String> resolve(String text, Map<String, String> values, int depth) {
        StringBuilder resolved = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            Optional<String> value = depth == 0 ? Optional.empty() : value(reference, values, depth);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            reference.appendReplacement(resolved, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(reference.appendTail(resolved).toString());
    }

    private static Optional<String> value(MatchResult reference, Map<String, String> values, int depth) {
        if (reference.group().equals("%%")) {
            return Optional.of("%");
        }
        return Optional.ofNullable(reference.group("name"))
                .flatMap(name -> Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT))))
                .flatMap(value -> resolve(value, values, depth - 1));
    }
}
