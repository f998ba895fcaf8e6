package dev.migtrue.system.alembic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * What a configuration says of one environment; what it does not say is absent. Places are as written, but for {@link #HERE}.
 *
 * @param scriptLocation the folder of {@code env.py}
 * @param versionLocations the folders of migrations; absent means {@code versions} beside {@code env.py}
 * @param systemPath where Python packages are looked for first
 * @param isRecursive whether folders inside those of the migrations count
 * @param isSourceless whether compiled files without a source count
 */
record Settings(
        Optional<String> scriptLocation,
        Optional<List<String>> versionLocations,
        Optional<List<String>> systemPath,
        Optional<Boolean> isRecursive,
        Optional<Boolean> isSourceless) {

    /** Stands for the folder of the configuration file. No path holds this character. */
    static final String HERE = "\0";

    static final Settings NONE =
            new Settings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The scripts lie beside the file. */
    static final Settings SCRIPTS_HERE =
            new Settings(Optional.of(HERE), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Map<String, String> KNOWN = Map.of("here", HERE);

    static Settings ofIni(IniFile file, String section) {
        Optional<String> separator = file.get(section, "path_separator", KNOWN);
        return new Settings(
                file.get(section, "script_location", KNOWN),
                file.get(section, "version_locations", KNOWN)
                        .filter(value -> !value.isBlank())
                        .map(value -> split(
                                value,
                                separator.or(() -> file.get(section, "version_path_separator", KNOWN)),
                                ", *| +")),
                file.get(section, "prepend_sys_path", KNOWN).map(value -> split(value, separator, ", *| +|:")),
                file.get(section, "recursive_version_locations", KNOWN).map("true"::equals),
                file.get(section, "sourceless", KNOWN).map("true"::equals));
    }

    static Settings ofToml(TomlTable table) {
        return new Settings(
                texts(table, "script_location").stream().findFirst(),
                Optional.of(texts(table, "version_locations")).filter(locations -> !locations.isEmpty()),
                Optional.of(texts(table, "prepend_sys_path")).filter(paths -> !paths.isEmpty()),
                Optional.ofNullable(table.get(List.of("recursive_version_locations")))
                        .map(Boolean.TRUE::equals),
                Optional.ofNullable(table.get(List.of("sourceless"))).map(Boolean.TRUE::equals));
    }

    /** These settings, and where they say nothing, {@code others}. */
    Settings or(Settings others) {
        return new Settings(
                scriptLocation.or(others::scriptLocation),
                versionLocations.or(others::versionLocations),
                systemPath.or(others::systemPath),
                isRecursive.or(others::isRecursive),
                isSourceless.or(others::isSourceless));
    }

    /** The strings that a key holds, alone or in an array; others are passed over. */
    private static List<String> texts(TomlTable table, String key) {
        Object value = table.get(List.of(key));
        Stream<Object> values = switch (value) {
            case null -> Stream.empty();
            case TomlArray array -> IntStream.range(0, array.size()).mapToObj(array::get);
            default -> Stream.of(value);
        };
        return values.filter(String.class::isInstance)
                .flatMap(text -> Interpolation.resolve((String) text, KNOWN).stream())
                .toList();
    }

    private static List<String> split(String value, Optional<String> separator, String legacy) {
        String pattern = switch (separator.orElse("")) {
            // What separates paths on the machine that Alembic runs on.
            case "os" -> value.contains(";") ? ";" : ":";
            case ":" -> ":";
            case ";" -> ";";
            case "space" -> " ";
            case "newline" -> "\n";
            default -> legacy;
        };
        return Arrays.stream(value.split(pattern, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
