package dev.migtrue.system.liquibase;

import dev.migtrue.model.FileText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/** Reads files of properties, about as much of them as configurations use. */
final class PropertyText {

    /** A constant, as trees want it. */
    static final Function<FileText, Map<String, String>> READER = PropertyText::ofFile;

    private PropertyText() {}

    private static Map<String, String> ofFile(FileText file) {
        return file instanceof FileText.Decoded decoded ? read(decoded.text()) : Map.of();
    }

    /** Keys and values in their order; of a key that comes twice, the first value. */
    static SequencedMap<String, String> read(String text) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        text.replaceAll("\\\\\\R\\s*", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#") && !line.startsWith("!"))
                .map(line -> line.split("\\s*[=:]\\s*", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> values.putIfAbsent(parts[0], parts[1].strip()));
        return Collections.unmodifiableSequencedMap(values);
    }
}
