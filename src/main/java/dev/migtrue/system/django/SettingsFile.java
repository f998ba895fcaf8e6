package dev.migtrue.system.django;

import dev.migtrue.language.code.PythonSetting;
import dev.migtrue.model.FileText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What settings say that matters here. Settings are programs, and often split over several files: what is read of them can only add to what
 * the files of the project tell by themselves.
 *
 * @param installed the entries of {@code INSTALLED_APPS} and of the lists that it is made of: packages, or classes that configure one
 * @param modules where migrations of an app lie that do not lie in its folder, as dotted names, by the label of the app
 * @param off the labels of apps whose migrations Django is told to pass over
 * @param models the apps of models that can be swapped, by the setting that names the model
 */
record SettingsFile(
        SequencedSet<String> installed, Map<String, String> modules, Set<String> off, Map<String, Set<String>> models) {

    /** Reads a file. */
    static final Function<FileText, SettingsFile> READ = SettingsFile::read;

    private static final String MODULES = "MIGRATION_MODULES";
    private static final Pattern STRING = Pattern.compile("[\"']([A-Za-z_][\\w.]*)[\"']");
    private static final Pattern PAIR = Pattern.compile("[\"'](\\w+)[\"']\\s*\\]?\\s*[:=]\\s*[\"']([\\w.]+)[\"']");
    private static final Pattern OFF = Pattern.compile("[\"'](\\w+)[\"']\\s*\\]?\\s*[:=]\\s*None\\b");
    private static final Pattern MODEL = Pattern.compile("\\s*(?::[^=]*)?=\\s*[\"'](\\w+\\.\\w+)[\"']\\s*");

    SettingsFile {
        installed = new LinkedHashSet<>(installed);
        modules = Map.copyOf(modules);
        off = Set.copyOf(off);
        models = Map.copyOf(models);
    }

    /** What several files say together. */
    static SettingsFile all(List<SettingsFile> files) {
        SequencedSet<String> installed = new LinkedHashSet<>();
        SequencedMap<String, String> modules = new LinkedHashMap<>();
        SequencedMap<String, Set<String>> models = new LinkedHashMap<>();
        Set<String> off = new HashSet<>();
        for (SettingsFile file : files) {
            off.addAll(file.off);
            installed.addAll(file.installed);
            file.modules.forEach(modules::putIfAbsent);
            file.models.forEach((setting, apps) -> models.computeIfAbsent(setting, first -> new LinkedHashSet<>())
                    .addAll(apps));
        }
        // What some settings turn off and others place somewhere may well run.
        off.removeAll(modules.keySet());
        return new SettingsFile(installed, modules, off, models);
    }

    /** These settings, taken not to turn anything off: they may hold for some machines only. */
    SettingsFile turningNothingOff() {
        return new SettingsFile(installed, modules, Set.of(), models);
    }

    /** The app of a model that a setting names; absent where it names none that can be read, or several. */
    Optional<String> app(Reference.Swappable model) {
        Set<String> apps = models.getOrDefault(model.setting(), Set.of());
        return apps.size() == 1 ? apps.stream().findFirst() : Optional.empty();
    }

    /** The app of a model: {@code users} of {@code users.User}. */
    static Optional<String> app(String model) {
        int dot = model.indexOf('.');
        return dot > 0 ? Optional.of(model.substring(0, dot)) : Optional.empty();
    }

    private static SettingsFile read(FileText file) {
        SequencedSet<String> installed = new LinkedHashSet<>();
        SequencedMap<String, String> modules = new LinkedHashMap<>();
        SequencedMap<String, Set<String>> models = new LinkedHashMap<>();
        Set<String> off = new HashSet<>();
        for (PythonSetting setting : settings(file)) {
            if (setting.name().equals(MODULES)) {
                PAIR.matcher(setting.value()).results().forEach(pair -> modules.put(pair.group(1), pair.group(2)));
                // What is only turned off in some case, for tests as a rule, runs otherwise.
                if (!setting.isNested()) {
                    OFF.matcher(setting.value()).results().forEach(pair -> off.add(pair.group(1)));
                }
            } else if (setting.name().endsWith("APPS")) {
                STRING.matcher(setting.value())
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(installed::add);
            } else {
                var model = MODEL.matcher(setting.value());
                // A value that is computed may be of any app.
                models.computeIfAbsent(setting.name(), first -> new LinkedHashSet<>())
                        .add(model.matches() ? app(model.group(1)).orElse("") : "");
            }
        }
        return new SettingsFile(installed, modules, off, models);
    }

    private static List<PythonSetting> settings(FileText file) {
        return file instanceof FileText.Decoded decoded
                ? PythonSetting.read(
                        decoded.text(),
                        name -> name.endsWith("APPS") || name.endsWith("_MODEL") || name.equals(MODULES))
                : new ArrayList<>();
    }
}
