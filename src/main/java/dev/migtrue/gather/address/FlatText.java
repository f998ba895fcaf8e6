package dev.migtrue.gather.address;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** A configuration file as values by dotted keys. One that cannot be understood says nothing. */
final class FlatText {

    /** No address lies deeper; a YAML anchor may make a document endless. */
    private static final int DEEPEST = 8;

    private FlatText() {}

    /** The documents of a file: several in YAML only. */
    static List<SequencedMap<String, String>> read(String fileName, String text) {
        return switch (fileName.substring(fileName.lastIndexOf('.') + 1)) {
            case "yml", "yaml" -> yaml(text);
            case "toml" -> List.of(flat(Toml.parse(text)));
            default -> List.of(properties(text));
        };
    }

    private static SequencedMap<String, String> properties(String text) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        text.replaceAll("\\\\\\R\\s*", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#") && !line.startsWith("!"))
                .map(line -> line.split("\\s*[=:]\\s*", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts ->
                        values.put(parts[0], parts[1].replace("\\:", ":").replace("\\=", "=")));
        return values;
    }

    private static List<SequencedMap<String, String>> yaml(String text) {
        List<SequencedMap<String, String>> documents = new ArrayList<>();
        try {
            LoadSettings settings =
                    LoadSettings.builder().setAllowDuplicateKeys(true).build();
            for (Object document : new Load(settings).loadAllFromString(text)) {
                documents.add(flat(document));
            }
        } catch (YamlEngineException broken) {
            return List.of();
        }
        return documents;
    }

    static SequencedMap<String, String> flat(@Nullable Object value) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        collect("", value, DEEPEST, values);
        return values;
    }

    private static void collect(String key, @Nullable Object value, int deeper, SequencedMap<String, String> values) {
        switch (value) {
            case null -> {}
            case TomlTable table -> collect(key, table.toMap(), deeper, values);
            case Map<?, ?> map -> members(key, map, deeper, values);
            case List<?> list -> {}
            case TomlArray array -> {}
            default -> values.put(key, value.toString());
        }
    }

    /** What YAML merges in with {@code <<} is there where the map itself has nothing. */
    private static void members(String key, Map<?, ?> map, int deeper, SequencedMap<String, String> values) {
        if (deeper == 0) {
            return;
        }
        SequencedMap<String, String> merged = new LinkedHashMap<>();
        map.forEach((name, inner) -> {
            if ("<<".equals(name)) {
                List<?> sources = inner instanceof List<?> list ? list : Arrays.asList(inner);
                sources.forEach(source -> collect(key, source, deeper - 1, merged));
            } else {
                collect(key.isEmpty() ? "" + name : key + "." + name, inner, deeper - 1, values);
            }
        });
        merged.forEach(values::putIfAbsent);
    }
}
