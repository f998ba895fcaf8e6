package dev.migtrue.system.alembic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A configuration file as Python's ConfigParser reads it: values may go on over indented lines, {@code [DEFAULT]} holds for all
 * sections, and values may name others. A line that ConfigParser would refuse is passed over.
 */
final class IniFile {

    private static final String DEFAULTS = "DEFAULT";
    private static final Pattern HEADER = Pattern.compile("\\[(.+)\\].*");
    private static final Pattern OPTION = Pattern.compile("(?<name>.*?)\\s*[=:]\\s*(?<value>.*)");

    private final SequencedMap<String, Map<String, List<String>>> sections = new LinkedHashMap<>();
    private Optional<Map<String, List<String>>> section = Optional.empty();
    private Optional<List<String>> value = Optional.empty();
    private int indent;

    private IniFile() {}

    static IniFile parse(String text) {
        IniFile file = new IniFile();
        text.lines().forEach(file::readLine);
        return file;
    }

    /** The sections in the order written, {@code [DEFAULT]} left out. */
    List<String> sections() {
        return sections.keySet().stream().filter(name -> !name.equals(DEFAULTS)).toList();
    }

    /** Whether a section itself gives a value to an option. */
    boolean defines(String name, String option) {
        return sections.getOrDefault(name, Map.of()).containsKey(option);
    }

    /**
     * The value of an option in a section, with the values that it names put in; absent when there is none, or one that it names is not there.
     *
     * @param known values by name beside those of the file
     */
    Optional<String> get(String name, String option, Map<String, String> known) {
        Map<String, String> values = new LinkedHashMap<>(known);
        values.putAll(joined(DEFAULTS));
        values.putAll(joined(name));
        return sections.containsKey(name)
                ? Optional.ofNullable(values.get(option)).flatMap(text -> Interpolation.resolve(text, values))
                : Optional.empty();
    }

    private Map<String, String> joined(String name) {
        Map<String, String> joined = new LinkedHashMap<>();
        sections.getOrDefault(name, Map.of())
                .forEach((option, lines) ->
                        joined.put(option, String.join("\n", lines).stripTrailing()));
        return joined;
    }

    private void readLine(String line) {
        String text = line.strip();
        int depth = line.length() - line.stripLeading().length();
        if (text.startsWith("#") || text.startsWith(";")) {
            return;
        }
        if (text.isEmpty() || (value.isPresent() && depth > indent)) {
            value.ifPresent(lines -> lines.add(text));
            return;
        }
        indent = depth;
        Matcher header = HEADER.matcher(text);
        if (header.matches()) {
            section = Optional.of(sections.computeIfAbsent(header.group(1), name -> new LinkedHashMap<>()));
            value = Optional.empty();
        } else {
            section.ifPresent(options -> readOption(text, options));
        }
    }

    private void readOption(String text, Map<String, List<String>> options) {
        Matcher option = OPTION.matcher(text);
        if (option.matches() && !option.group("name").isEmpty()) {
            List<String> lines = new ArrayList<>(List.of(option.group("value")));
            options.put(option.group("name").toLowerCase(Locale.ROOT), lines);
            value = Optional.of(lines);
        }
    }
}
