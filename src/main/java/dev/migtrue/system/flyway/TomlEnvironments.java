package dev.migtrue.system.flyway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environments of a {@code flyway.toml}, each of which may have settings of its own. */
final class TomlEnvironments {

    private static final Pattern IN_ENVIRONMENT =
            Pattern.compile("environments\\.([^.]+)\\.(?:flyway\\.(.+)|(schemas))", Pattern.CASE_INSENSITIVE);

    private TomlEnvironments() {}

    /** What the environment says that is used unless one asks for another, then what holds for all, then what the others say. */
    static List<SequencedMap<String, String>> chosenFirst(SequencedMap<String, String> file) {
        SequencedMap<String, String> general = new LinkedHashMap<>();
        SequencedMap<String, SequencedMap<String, String>> environments = new LinkedHashMap<>();
        file.forEach((key, value) -> {
            Matcher in = IN_ENVIRONMENT.matcher(key);
            if (in.matches()) {
                String own = in.group(2) == null ? in.group(3) : in.group(2);
                environments
                        .computeIfAbsent(in.group(1), name -> new LinkedHashMap<>())
                        .put("flyway." + own, value);
            } else {
                general.put(key, value);
            }
        });
        String chosen = general.getOrDefault("flyway.environment", "default");
        List<SequencedMap<String, String>> documents = new ArrayList<>();
        documents.add(environments.getOrDefault(chosen, new LinkedHashMap<>()));
        documents.add(general);
        environments.remove(chosen);
        documents.addAll(environments.values());
        return documents;
    }
}
