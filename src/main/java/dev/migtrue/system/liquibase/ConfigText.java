package dev.migtrue.system.liquibase;

import dev.migtrue.model.FileText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What a configuration file says of Liquibase: one map from key to value, keys in lower case without hyphens and underscores. A file
 * that cannot be understood says nothing.
 */
final class ConfigText {

    /** What configurations are called, as patterns for paths. */
    static final Set<String> NAMES = Set.of(
            "*liquibase*.properties",
            "*application*.properties",
            "*application*.y*ml",
            "*bootstrap*.properties",
            "*bootstrap*.y*ml",
            "*pom.xml",
            "*build.gradle",
            "*build.gradle.kts");

    private static final Function<FileText, Settings> OWN_PROPERTIES = ConfigText::ofOwnProperties;
    private static final Function<FileText, Settings> PROPERTIES = ConfigText::ofProperties;
    private static final Function<FileText, Settings> YAML = ConfigText::ofYaml;
    private static final Function<FileText, Settings> BUILD = ConfigText::ofBuild;

    private static final Pattern OWN = Pattern.compile("liquibase[^/]*\\.properties");
    private static final Pattern FRAMEWORK = Pattern.compile("(?:application|bootstrap)[^/]*\\.(properties|ya?ml)");
    private static final Pattern BUILD_FILE = Pattern.compile("pom\\.xml|build\\.gradle(?:\\.kts)?");
    private static final Pattern BUILD_SETTING = Pattern.compile(
            "<changeLogFile>\\s*([^<]+?)\\s*</changeLogFile>|\\bchange[Ll]ogFile\"?\\s*(?:=|:|to|\\()?\\s*[\"']([^\"']+)[\"']");

    private static final Pattern BUILD_PARAMETERS = Pattern.compile(
            "<expressionVar(?:s|iables)>(.*?)</expressionVar(?:s|iables)>|\\bchangelogParameters\\b[^\\[({]*[\\[({](.*?)[\\])}]",
            Pattern.DOTALL);

    /** In XML the name of an element or what stands in one of that name, in Groovy and Kotlin a key. */
    private static final Pattern BUILD_PARAMETER = Pattern.compile(
            "<name>\\s*([^<]+?)\\s*</name>|<(?!/|name>|value>|property>)([\\w.-]+)>|[\"']([\\w.-]+)[\"']\\s*(?::|to\\b|,)");

    /** No key of ours lies deeper; a YAML anchor may make a document endless. */
    private static final int DEEPEST = 6;

    private ConfigText() {}

    /** What reads a file of this name; absent when it is no configuration. A constant, as trees want it. */
    static Optional<Function<FileText, Settings>> reader(String fileName) {
        if (BUILD_FILE.matcher(fileName).matches()) {
            return Optional.of(BUILD);
        }
        if (OWN.matcher(fileName).matches()) {
            return Optional.of(OWN_PROPERTIES);
        }
        return FRAMEWORK.matcher(fileName).matches()
                ? Optional.of(fileName.endsWith(".properties") ? PROPERTIES : YAML)
                : Optional.empty();
    }

    private static Settings ofOwnProperties(FileText file) {
        return file instanceof FileText.Decoded decoded ? Settings.of(properties(decoded.text())) : Settings.DEFAULT;
    }

    private static Settings ofProperties(FileText file) {
        return reading(file, ConfigText::properties);
    }

    private static Settings ofYaml(FileText file) {
        return reading(file, ConfigText::yaml);
    }

    private static Settings ofBuild(FileText file) {
        return reading(file, ConfigText::build);
    }

    private static Settings reading(FileText file, Function<String, Map<String, String>> format) {
        return file instanceof FileText.Decoded decoded
                        && Pattern.compile("liquibase|changelog", Pattern.CASE_INSENSITIVE)
                                .matcher(decoded.text())
                                .find()
                ? Settings.of(format.apply(decoded.text()))
                : Settings.DEFAULT;
    }

    private static Map<String, String> properties(String text) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        PropertyText.read(text).forEach((key, value) -> values.putIfAbsent(plain(key), value));
        return values;
    }

    private static Map<String, String> yaml(String text) {
        // Maven fills @placeholders@ in before the file is YAML.
        String filled = text.replaceAll("@[\\w.-]+@", "filled");
        SequencedMap<String, String> values = new LinkedHashMap<>();
        try {
            LoadSettings settings =
                    LoadSettings.builder().setAllowDuplicateKeys(true).build();
            for (Object document : new Load(settings).loadAllFromString(filled)) {
                collect("", document, DEEPEST, values);
            }
        } catch (YamlEngineException e) {
            return values;
        }
        return values;
    }

    private static Map<String, String> build(String text) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        BUILD_SETTING.matcher(text).results().forEach(found -> {
            String value = Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2));
            values.put("liquibase." + values.size() + ".changelogfile", value);
        });
        BUILD_PARAMETERS
                .matcher(text)
                .results()
                .forEach(found -> BUILD_PARAMETER
                        .matcher(Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2)))
                        .results()
                        .map(name -> Stream.of(name.group(1), name.group(2), name.group(3))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(""))
                        .forEach(name -> values.put("liquibase.parameters." + plain(name), "")));
        return values;
    }

    private static void collect(String key, @Nullable Object value, int deeper, Map<String, String> values) {
        if (value instanceof Map<?, ?> map) {
            if (deeper > 0) {
                map.forEach((name, inner) -> collect(
                        key.isEmpty() ? plain("" + name) : key + "." + plain("" + name), inner, deeper - 1, values));
            }
        } else if (value != null) {
            values.putIfAbsent(key, value.toString());
        }
    }

    /** How keys are spelled here. */
    static String plain(String key) {
        return key.strip().toLowerCase(Locale.ROOT).replaceAll("[-_\"]", "");
    }
}
