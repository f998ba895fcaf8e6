package dev.migtrue.gather.git;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.util.FS;

/**
 * What a git command started in a folder would find around it.
 *
 * @param directory absolute, without symbolic links
 */
record Environment(Path directory, Map<String, String> variables) {

    Environment {
        variables = Map.copyOf(variables);
    }

    /** The value of a variable; an empty one counts as absent. */
    Optional<String> text(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isEmpty());
    }

    /** The path that a variable names, seen from {@code folder}. */
    Optional<Path> path(String variable, Path folder) {
        return text(variable).map(value -> folder.resolve(value).normalize());
    }

    boolean isOn(String variable) {
        return text(variable)
                .filter(value -> List.of("1", "true", "yes", "on").contains(value))
                .isPresent();
    }

    Optional<Path> home() {
        return text("HOME").or(() -> text("USERPROFILE")).map(Path::of);
    }

    /** The user's file of this name in the folder for git's settings, whether it exists or not. */
    Optional<Path> userFile(String name) {
        return text("XDG_CONFIG_HOME")
                .map(Path::of)
                .or(() -> home().map(home -> home.resolve(".config")))
                .map(folder -> folder.resolve("git").resolve(name));
    }

    /** The user's configuration files, the weakest first. */
    List<Path> userConfigurations() {
        return path("GIT_CONFIG_GLOBAL", directory)
                .map(List::of)
                .orElseGet(() -> Stream.of(userFile("config"), home().map(home -> home.resolve(".gitconfig")))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** A path as it is written in a setting: {@code ~/} stands for the home folder. */
    Path expand(String path, Path folder) {
        return path.startsWith("~/") ? home().orElse(folder).resolve(path.substring(2)) : folder.resolve(path);
    }

    /** JGit's view of the disk, with this environment's idea of home. */
    FS fileSystem() {
        File home = home().map(Path::toFile).orElse(null);
        return FS.DETECTED.newInstance().setUserHome(home);
    }
}
