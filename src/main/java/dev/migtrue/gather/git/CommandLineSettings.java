package dev.migtrue.gather.git;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Config;

/** The settings that were given to the git that runs us, by {@code git -c} or in numbered variables: they hold above all files. */
record CommandLineSettings(Environment environment) {

    /** How git quotes for a shell: a quote or an exclamation mark stands outside the quotes, behind a backslash. */
    private static final String QUOTED = "'[^']*'(?:\\\\['!]'[^']*')*";

    private static final Pattern PARAMETER =
            Pattern.compile("(?<key>" + QUOTED + ")(?<equals>=(?<value>" + QUOTED + ")?)?");

    /** All of them over what files say. */
    Config over(Config files) {
        Config config = new Config(files);
        int count = environment
                .text("GIT_CONFIG_COUNT")
                .filter(number -> number.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(0);
        for (int at = 0; at < count; at++) {
            String value = environment.text("GIT_CONFIG_VALUE_" + at).orElse("");
            environment.text("GIT_CONFIG_KEY_" + at).ifPresent(key -> set(config, key, value));
        }
        Matcher given =
                PARAMETER.matcher(environment.text("GIT_CONFIG_PARAMETERS").orElse(""));
        while (given.find()) {
            String key = unquoted(given.group("key"));
            if (given.group("equals") != null) {
                set(
                        config,
                        key,
                        Optional.ofNullable(given.group("value"))
                                .map(CommandLineSettings::unquoted)
                                .orElse("true"));
            } else {
                // As git wrote it before 2.31: key and value in one.
                int equals = key.indexOf('=');
                set(
                        config,
                        equals < 0 ? key : key.substring(0, equals),
                        equals < 0 ? "true" : key.substring(equals + 1));
            }
        }
        return config;
    }

    private static String unquoted(String quoted) {
        String inside = quoted.substring(1, quoted.length() - 1);
        return inside.replaceAll("'\\\\(['!])'", "$1");
    }

    private static void set(Config config, String key, String value) {
        int first = key.indexOf('.');
        int last = key.lastIndexOf('.');
        if (first > 0 && last < key.length() - 1) {
            String subsection = first < last ? key.substring(first + 1, last) : null;
            config.setString(key.substring(0, first), subsection, key.substring(last + 1), value);
        }
    }
}
