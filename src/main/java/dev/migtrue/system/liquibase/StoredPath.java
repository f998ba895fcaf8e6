package dev.migtrue.system.liquibase;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;

/** The path of a changelog as Liquibase remembers it: where it was found on the class path, not where it lies. */
final class StoredPath {

    private static final Pattern SCHEME = Pattern.compile("^(?:classpath\\*?:|file:|[A-Za-z]:)");

    private StoredPath() {}

    /** Without what says where to look, and without detours. */
    static String normalized(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part :
                SCHEME.matcher(path.strip()).replaceFirst("").replace('\\', '/').split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /** The path that {@code written} in a changelog of this path means. */
    static String beside(String changelog, String written) {
        return normalized(changelog.substring(0, changelog.lastIndexOf('/') + 1) + written);
    }

    /** What is equal for paths that Liquibase takes for one. */
    static String key(String path) {
        return normalized(path).toLowerCase(Locale.ROOT);
    }
}
