package dev.migtrue.gather.address;

import dev.migtrue.model.RepoPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that hold variables, as {@code .env} does. The real environment goes before them, and the first file before the next. */
public final class EnvironmentFiles {

    private static final Pattern LINE =
            Pattern.compile("(?m)^[ \\t]*(?:export[ \\t]+)?(?<name>[A-Za-z_][\\w.]*)[ \\t]*=[ \\t]*"
                    + "(?:'(?<literal>[^']*)'|\"(?<quoted>(?:[^\"\\\\]|\\\\.)*)\"|(?<bare>[^\\n]*))");
    private static final Pattern REFERENCE =
            Pattern.compile("\\\\\\$|\\$(?:\\{(?<name>\\w+)(?::-(?<unset>[^}]*))?}|(?<plain>\\w+))");

    private EnvironmentFiles() {}

    /**
     * An environment with what files add to it.
     *
     * @param names the files, by their paths from the top; one that is not there, or may not be followed, adds nothing
     */
    public static Map<String, String> added(
            Map<String, String> environment, List<String> names, Review review, Reading reading) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        for (String name : names) {
            RepoPath.TOP
                    .resolve(name)
                    .filter(file -> review.objection(file, Set.of()).isEmpty())
                    .flatMap(reading::text)
                    .ifPresent(text -> values(text, all).forEach(all::putIfAbsent));
        }
        return all;
    }

    /** Gives the text of a file; absent where there is none. */
    @FunctionalInterface
    public interface Reading {
        Optional<String> text(RepoPath file);
    }

    private static Map<String, String> values(String text, Map<String, String> known) {
        Map<String, String> values = new LinkedHashMap<>();
        LINE.matcher(text).results().forEach(line -> {
            String value = Optional.ofNullable(line.group(2))
                    .or(() ->
                            Optional.ofNullable(line.group(3)).map(quoted -> unescaped(filled(quoted, values, known))))
                    .orElseGet(() -> filled(bare(line.group(4)), values, known));
            values.put(line.group(1), value);
        });
        return values;
    }

    /** A comment begins after a blank: what stands together may be a password. */
    private static String bare(String rest) {
        return rest.replaceFirst("(^|\\s)#.*", "").strip();
    }

    private static String unescaped(String quoted) {
        return quoted.replace("\\n", "\n").replaceAll("\\\\(.)", "$1");
    }

    private static String filled(String value, Map<String, String> values, Map<String, String> known) {
        Matcher reference = REFERENCE.matcher(value);
        return reference.replaceAll(found -> {
            Optional<String> name = Optional.ofNullable(found.group(1)).or(() -> Optional.ofNullable(found.group(3)));
            String unset = Optional.ofNullable(found.group(2)).orElse("");
            return Matcher.quoteReplacement(name.map(each -> known.getOrDefault(each, values.getOrDefault(each, unset)))
                    .orElse("$"));
        });
    }
}
