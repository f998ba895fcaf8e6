package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which server a script runs on, as far as it decides what becomes of it.
 *
 * @param imitated whose words H2 takes for its own, in lower case; empty where those of nobody
 */
public record Server(Dialect dialect, int major, int minor, int patch, String imitated) {

    private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?.*");

    /** As people have them today. */
    public static Server of(Dialect dialect) {
        return of(
                dialect,
                switch (dialect) {
                    case POSTGRESQL -> "18";
                    case MYSQL -> "8.4";
                    case MARIADB -> "11.4";
                    case SQLITE -> "3.54";
                    case SQL_SERVER -> "16";
                    case ORACLE -> "23";
                    case H2 -> "2.5";
                    case ANSI -> "0";
                });
    }

    /** {@code version} as the server says it, such as {@code 8.0.36}; what is no version is the oldest one. */
    public static Server of(Dialect dialect, String version) {
        Matcher matcher = VERSION.matcher(version);
        return matcher.matches()
                ? new Server(dialect, part(matcher, 1), part(matcher, 2), part(matcher, 3), "")
                : new Server(dialect, 0, 0, 0, "");
    }

    private static int part(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits.substring(0, Math.min(8, digits.length())));
    }

    /** H2 in one of its modes. */
    public Server imitating(String mode) {
        return new Server(dialect, major, minor, patch, mode.toLowerCase(Locale.ROOT));
    }

    boolean isBefore(int first, int second, int third) {
        if (major != first) {
            return major < first;
        }
        return minor != second ? minor < second : patch < third;
    }
}
