package dev.migtrue.system.flyway;

import dev.migtrue.model.FileText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** Reads what a configuration file says of Flyway, in whatever format and for whatever framework. A file that cannot be understood says nothing. */
final class ConfigText {

    private static final Map<String, Function<FileText, Told>> READERS = Map.of(
            "properties", file -> reading(file, ConfigText::properties),
            "conf", file -> reading(file, ConfigText::properties),
            "yml", file -> reading(file, ConfigText::yaml),
            "yaml", file -> reading(file, ConfigText::yaml),
            "toml", file -> parsed(file, text -> TomlEnvironments.chosenFirst(toml(text))),
            "xml", file -> reading(file, text -> List.of(BuildText.maven(text))),
            "gradle", file -> reading(file, text -> List.of(BuildText.gradle(text))),
            "kts", file -> reading(file, text -> List.of(BuildText.gradle(text))));

    /** What Quarkus and its kin put before a key that holds in one profile. */
    private static final Pattern IN_PROFILE = Pattern.compile("\"?%([^.\"]+)\"?\\.(.*)");

    /** No key of ours lies deeper; a YAML anchor may make a document endless. */
    private static final int DEEPEST = 6;

    private ConfigText() {}

    /** What reads a file of this name; absent when its ending is none of ours. A constant, as trees want it. */
    static Optional<Function<FileText, Told>> reader(String fileName) {
        return Optional.ofNullable(READERS.get(fileName.substring(fileName.lastIndexOf('.') + 1)));
    }

    /** @param format makes of a text its documents, each with what it says by full keys, that which counts first */
    private static Told reading(FileText file, Function<String, List<SequencedMap<String, String>>> format) {
        return file instanceof FileText.Decoded decoded
                        && decoded.text().toLowerCase(Locale.ROOT).contains("flyway")
                ? parsed(file, format)
                : Told.NOTHING;
    }

    private static Told parsed(FileText file, Function<String, List<SequencedMap<String, String>>> format) {
        return switch (file) {
            case FileText.Decoded decoded ->
                format.apply(decoded.text().replaceFirst("^\uFEFF", "")).stream()
                        .flatMap(document -> profiles(document).stream())
                        .map(ConfigText::ofFlyway)
                        .reduce(Told.NOTHING, Told::or);
            case FileText.Unreadable unreadable -> Told.NOTHING;
        };
    }

    /** What always holds, then what holds in each profile. */
    private static Collection<SequencedMap<String, String>> profiles(SequencedMap<String, String> document) {
        SequencedMap<String, SequencedMap<String, String>> profiles = new LinkedHashMap<>();
        profiles.put("", new LinkedHashMap<>());
        document.forEach((key, value) -> {
            Matcher in = IN_PROFILE.matcher(key);
            profiles.computeIfAbsent(in.matches() ? in.group(1) : "", name -> new LinkedHashMap<>())
                    .put(in.matches() ? in.group(2) : key, value);
        });
        return profiles.values();
    }

    private static Told ofFlyway(SequencedMap<String, String> all) {
        SequencedMap<String, SequencedMap<String, String>> own = new LinkedHashMap<>();
        all.forEach((written, value) -> TellingKey.parse(written)
                .ifPresent(key -> own.computeIfAbsent(key.name(), name -> new LinkedHashMap<>())
                        .merge(key.key(), value.strip(), (first, next) -> first + "," + next)));
        return new Told(own);
    }

    /** Java properties as far as they matter here, and flyway.conf, which differs in backslashes only. */
    private static List<SequencedMap<String, String>> properties(String text) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        text.replaceAll("\\\\\\R\\s*", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#") && !line.startsWith("!"))
                .map(line -> line.split("\\s*[=:]\\s*", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> values.putIfAbsent(parts[0], parts[1]));
        return List.of(values);
    }

    private static List<SequencedMap<String, String>> yaml(String text) {
        // Maven fills @placeholders@ in before the file is YAML.
        String filled = text.replaceAll("@[\\w.-]+@", "filled");
        LoadSettings settings =
                LoadSettings.builder().setAllowDuplicateKeys(true).build();
        List<SequencedMap<String, String>> documents = new ArrayList<>();
        try {
            for (Object document : new Load(settings).loadAllFromString(filled)) {
                if (document instanceof Map<?, ?> map) {
                    documents.add(nested(map));
                }
            }
        } catch (YamlEngineException e) {
            return documents;
        }
        return documents;
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
