package dev.migtrue.system.flyway;

import dev.migtrue.model.FileText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * What a configuration file says of Flyway, in whatever format and for whatever framework: one map from Flyway's own
 * key, in lower case without hyphens and underscores, to its value. A list is one text with commas. A file that cannot
 * be understood says nothing.
 */
final class ConfigText {

    private static final Map<String, Function<FileText, SequencedMap<String, String>>> READERS = Map.of(
            "properties", file -> reading(file, ConfigText::properties),
            "conf", file -> reading(file, ConfigText::properties),
            "yml", file -> reading(file, ConfigText::yaml),
            "yaml", file -> reading(file, ConfigText::yaml),
            "toml", file -> reading(file, ConfigText::toml),
            "xml", file -> reading(file, BuildText::maven),
            "gradle", file -> reading(file, BuildText::gradle),
            "kts", file -> reading(file, BuildText::gradle));

    /** What stands before Flyway's own key: Spring Boot, Quarkus, Micronaut, Flyway itself. */
    private static final List<String> ROOTS =
            List.of("spring.flyway.", "quarkus.flyway.", "flyway.datasources.default.", "flyway.");

    /** No key of ours lies deeper; a YAML anchor may make a document endless. */
    private static final int DEEPEST = 6;

    private ConfigText() {}

    /** What reads a file of this name; absent when its ending is none of ours. A constant, as trees want it. */
    static Optional<Function<FileText, SequencedMap<String, String>>> reader(String fileName) {
        return Optional.ofNullable(READERS.get(fileName.substring(fileName.lastIndexOf('.') + 1)));
    }

    private static SequencedMap<String, String> reading(
            FileText file, Function<String, SequencedMap<String, String>> format) {
        return switch (file) {
            case FileText.Decoded decoded ->
                decoded.text().toLowerCase(Locale.ROOT).contains("flyway")
                        ? ofFlyway(format.apply(decoded.text().replaceFirst("^\uFEFF", "")))
                        : Collections.emptyNavigableMap();
            case FileText.Unreadable unreadable -> Collections.emptyNavigableMap();
        };
    }

    private static SequencedMap<String, String> ofFlyway(SequencedMap<String, String> all) {
        SequencedMap<String, String> own = new LinkedHashMap<>();
        all.forEach((key, value) -> {
            String plain = key.toLowerCase(Locale.ROOT).replaceAll("[-_]|\\[\\d+]", "");
            ROOTS.stream()
                    .filter(plain::startsWith)
                    .findFirst()
                    .ifPresent(root -> own.merge(
                            plain.substring(root.length()), value.strip(), (first, next) -> first + "," + next));
        });
        return own;
    }

    /** Java properties as far as they matter here, and flyway.conf, which differs in backslashes only. */
    private static SequencedMap<String, String> properties(String text) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        text.replaceAll("\\\\\\R\\s*", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#") && !line.startsWith("!"))
                .map(line -> line.split("\\s*[=:]\\s*", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> values.putIfAbsent(parts[0], parts[1]));
        return values;
    }

    private static SequencedMap<String, String> yaml(String text) {
        // Maven fills @placeholders@ in before the file is YAML.
        String filled = text.replaceAll("@[\\w.-]+@", "filled");
        LoadSettings settings =
                LoadSettings.builder().setAllowDuplicateKeys(true).build();
        SequencedMap<String, String> values = new LinkedHashMap<>();
        try {
            for (Object document : new Load(settings).loadAllFromString(filled)) {
                if (document instanceof Map<?, ?> map) {
                    nested(map).forEach(values::putIfAbsent);
                }
            }
        } catch (YamlEngineException e) {
            return values;
        }
        return values;
    }

    private static SequencedMap<String, String> toml(String text) {
        return nested(Toml.parse(text).toMap());
    }

    private static SequencedMap<String, String> nested(Map<?, ?> map) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        collect("", map, DEEPEST, values);
        return values;
    }

    private static void collect(String key, Object value, int deeper, SequencedMap<String, String> values) {
        switch (value) {
            case Map<?, ?> map -> {
                if (deeper > 0) {
                    map.forEach((name, inner) -> {
                        if (inner != null) {
                            collect(key.isEmpty() ? "" + name : key + "." + name, inner, deeper - 1, values);
                        }
                    });
                }
            }
            case TomlTable table -> collect(key, table.toMap(), deeper, values);
            case TomlArray array -> collect(key, array.toList(), deeper, values);
            case List<?> list ->
                values.put(key, list.stream().map(String::valueOf).collect(Collectors.joining(",")));
            default -> values.put(key, value.toString());
        }
    }
}
