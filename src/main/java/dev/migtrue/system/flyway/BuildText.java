package dev.migtrue.system.flyway;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a Maven or Gradle build tells its Flyway plugin, as far as it stands there literally; a build is never run. Keys
 * are Flyway's own, with {@code flyway.} before them; a list is one text with commas.
 */
final class BuildText {

    private static final String ROOT = "flyway.";

    private static final Pattern XML_COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern PROPERTIES = Pattern.compile("(?s)<properties>(.*?)</properties>");
    private static final Pattern PLUGIN = Pattern.compile("(?s)<plugin>(.*?)</plugin>");
    private static final Pattern OURS = Pattern.compile("<artifactId>\\s*flyway-maven-plugin\\s*</artifactId>");
    private static final Pattern CONFIGURATION = Pattern.compile("(?s)<configuration>(.*?)</configuration>");
    private static final Pattern ELEMENT = Pattern.compile("(?s)<([\\w.-]+)>(.*?)</\\1>");

    private static final Pattern CODE_COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)(?:^|\\s)//.*$");
    private static final Pattern BLOCK = Pattern.compile("(?m)^[ \\t]*flyway\\s*\\{([^{}]*(?:\\{[^{}]*}[^{}]*)*)}");
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "(?m)^[ \\t]*(\\w+)\\s*(?:\\.set\\s*\\(|=|[ \\t])\\s*([\\w.]*\\s*[\\[(][^\\])]*[\\])]|[^\\n]+)");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"|'([^']*)'|\\b(true|false)\\b");

    /** The folder of the build, from which file locations start anyway. */
    private static final Pattern HERE =
            Pattern.compile("\\$\\{(?:project\\.)?(?:basedir|projectDir)}/?|\\$(?:projectDir|\\{rootDir}|rootDir)/?");

    private BuildText() {}

    /** Of a {@code pom.xml}: the plugin's configuration, and properties that are called as Flyway's. */
    static SequencedMap<String, String> maven(String pom) {
        String text = XML_COMMENT.matcher(pom).replaceAll("");
        SequencedMap<String, String> properties = new LinkedHashMap<>();
        PROPERTIES
                .matcher(text)
                .results()
                .forEach(found -> ELEMENT.matcher(found.group(1))
                        .results()
                        .forEach(element -> properties.putIfAbsent(
                                element.group(1), element.group(2).strip())));
        SequencedMap<String, String> told = new LinkedHashMap<>();
        PLUGIN.matcher(text)
                .results()
                .filter(plugin -> OURS.matcher(plugin.group()).find())
                .flatMap(plugin ->
                        CONFIGURATION.matcher(plugin.group()).results().limit(1))
                .flatMap(
                        configuration -> ELEMENT.matcher(configuration.group(1)).results())
                .forEach(element -> values(element)
                        .forEach((key, value) -> told.putIfAbsent(ROOT + key, filled(value, properties))));
        properties.forEach((key, value) -> {
            if (key.startsWith(ROOT)) {
                told.putIfAbsent(key, filled(value, properties));
            }
        });
        return told;
    }

    /** Of a Gradle script in Groovy or Kotlin: the {@code flyway} block. */
    static SequencedMap<String, String> gradle(String script) {
        SequencedMap<String, String> told = new LinkedHashMap<>();
        BLOCK.matcher(CODE_COMMENT.matcher(script).replaceAll(""))
                .results()
                .flatMap(block -> ASSIGNMENT.matcher(block.group(1)).results())
                .forEach(assignment -> literals(assignment.group(2))
                        .ifPresent(value -> told.putIfAbsent(ROOT + assignment.group(1), value)));
        return told;
    }

    /** An element's value by its name; of placeholders one for each. */
    private static SequencedMap<String, String> values(MatchResult element) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        if (Told.PLACEHOLDERS.equals(element.group(1) + ".")) {
            ELEMENT.matcher(element.group(2))
                    .results()
                    .forEach(inner -> values.put(
                            Told.PLACEHOLDERS + inner.group(1), inner.group(2).strip()));
        } else {
            values.put(element.group(1), list(element.group(2)));
        }
        return values;
    }

    private static String list(String element) {
        String items = ELEMENT.matcher(element)
                .results()
                .map(item -> item.group(2).strip())
                .collect(Collectors.joining(","));
        return items.isEmpty() ? element.strip() : items;
    }

    private static String filled(String value, SequencedMap<String, String> properties) {
        String filled = value;
        for (var property : properties.entrySet()) {
            filled = filled.replace("${" + property.getKey() + "}", property.getValue());
        }
        return HERE.matcher(filled).replaceAll("");
    }

    private static Optional<String> literals(String expression) {
        String value =
                LITERAL.matcher(expression).results().map(BuildText::literal).collect(Collectors.joining(","));
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(HERE.matcher(value).replaceAll(""));
    }

    private static String literal(MatchResult found) {
        return Optional.ofNullable(found.group(1))
                .or(() -> Optional.ofNullable(found.group(2)))
                .or(() -> Optional.ofNullable(found.group(3)))
                .orElse("");
    }
}
