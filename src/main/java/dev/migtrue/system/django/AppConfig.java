package dev.migtrue.system.django;

import dev.migtrue.language.code.PythonClass;
import dev.migtrue.language.code.PythonValue;
import dev.migtrue.model.FileText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A class that configures an app.
 *
 * @param name the package of the app; absent where the class does not say it in plain words
 * @param label what the app is called where it is not after its package
 * @param isDefault whether Django takes it where a package has several, or never by itself; absent where it does not say
 */
record AppConfig(String className, Optional<String> name, Optional<String> label, Optional<Boolean> isDefault) {

    /** Reads the classes of a module that configure apps. */
    static final Function<FileText, List<AppConfig>> READ = AppConfig::read;

    private static final Set<String> NAMES = Set.of("name", "label", "default");

    /** What the app is called; absent where the class leaves it to its package and does not say which that is. */
    Optional<String> appLabel() {
        return label.or(() -> name.map(dotted -> dotted.substring(dotted.lastIndexOf('.') + 1)))
                .filter(text -> !text.isBlank());
    }

    /** Whether it may configure the app in a folder of this name. */
    boolean fits(String folder) {
        return name.map(dotted -> dotted.equals(folder) || dotted.endsWith("." + folder))
                .orElse(true);
    }

    private static List<AppConfig> read(FileText file) {
        if (!(file instanceof FileText.Decoded decoded) || !decoded.text().contains("Config")) {
            return List.of();
        }
        return PythonClass.read(decoded.text(), NAMES).orElse(List.of()).stream()
                .filter(one -> one.bases().stream().anyMatch(base -> base.endsWith("Config")))
                .map(AppConfig::of)
                .toList();
    }

    private static AppConfig of(PythonClass config) {
        return new AppConfig(
                config.name(),
                text(config, "name"),
                text(config, "label"),
                config.attribute("default")
                        .flatMap(value -> value instanceof PythonValue.Truth truth
                                ? Optional.of(truth.isTrue())
                                : Optional.empty()));
    }

    private static Optional<String> text(PythonClass config, String attribute) {
        return config.attribute(attribute)
                .flatMap(
                        value -> value instanceof PythonValue.Text text ? Optional.of(text.value()) : Optional.empty());
    }
}
