package dev.migtrue.gather.git;

import dev.migtrue.model.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;

/**
 * git's configuration as an environment sees it: the system's, the user's, the repository's and the work tree's, each
 * over the one before. What is included under a condition, or given on a command line of git's, is not read.
 */
final class Settings {

    private static final Path SYSTEM = Path.of("/etc/gitconfig");

    private final Config config;
    private final Environment environment;

    private Settings(Config config, Environment environment) {
        this.config = config;
        this.environment = environment;
    }

    /** What only the repository itself may say: how it is stored and where its work tree is. */
    static Settings ofRepository(GitFolder git, Environment environment) {
        return new Settings(repository(new Config(), git, environment), environment);
    }

    static Settings all(GitFolder git, Environment environment) {
        Config config = new Config();
        if (!environment.isOn("GIT_CONFIG_NOSYSTEM")) {
            Path system = environment
                    .path("GIT_CONFIG_SYSTEM", environment.directory())
                    .orElse(SYSTEM);
            config = load(config, system, environment);
        }
        for (Path file : environment.userConfigurations()) {
            config = load(config, file, environment);
        }
        return new Settings(repository(config, git, environment), environment);
    }

    private static Config repository(Config beneath, GitFolder git, Environment environment) {
        Config config = load(beneath, git.common().resolve("config"), environment);
        return new Settings(config, environment).isOn("extensions", "worktreeConfig")
                ? load(config, git.folder().resolve("config.worktree"), environment)
                : config;
    }

    private static Config load(Config beneath, Path file, Environment environment) {
        FileBasedConfig config = new FileBasedConfig(beneath, file.toFile(), environment.fileSystem());
        try {
            config.load();
            return config;
        } catch (IOException | ConfigInvalidException invalid) {
            throw new Failure(
                    "git's configuration cannot be read: " + file + ": " + reason(invalid),
                    "mend the file; 'git config --list' names the line",
                    invalid);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    Optional<String> text(String section, String name) {
        return Optional.ofNullable(config.getString(section, null, name)).filter(value -> !value.isEmpty());
    }

    /** Whether a switch is on; it is off where it is not set. */
    boolean isOn(String section, String name) {
        try {
            return config.getBoolean(section, name, false);
        } catch (IllegalArgumentException neither) {
            String key = section + "." + name;
            throw new Failure(
                    "git's setting " + key + " is neither true nor false: "
                            + text(section, name).orElse(""),
                    "mend it; 'git config --show-origin " + key + "' says where it stands",
                    neither);
        }
    }

    /** Whether a filter of this name changes what is added. */
    boolean hasFilter(String name) {
        return config.getString("filter", name, "clean") != null || config.getString("filter", name, "process") != null;
    }

    /** The path that a setting names, seen from {@code folder}. */
    Optional<Path> path(String section, String name, Path folder) {
        return text(section, name).map(value -> environment.expand(value, folder));
    }
}
