package dev.migtrue.gather.git;

import dev.migtrue.model.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;

/**
 * git's configuration as an environment sees it: the system's, the user's, the repository's and the work tree's, each
 * over the one before, and over all of them what was given on git's command line or in variables. {@code safe.directory} is not asked: git has it because
 * it runs programs that a configuration names, and we run none.
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
        Conditions conditions = new Conditions(git, environment, () -> urls(git, environment));
        return new Settings(repository(new Config(), git, environment, conditions), environment);
    }

    static Settings all(GitFolder git, Environment environment) {
        Conditions conditions = new Conditions(git, environment, () -> urls(git, environment));
        Config files = files(git, environment, conditions);
        return new Settings(new CommandLineSettings(environment).over(files), environment);
    }

    /** The addresses of all remotes, as far as no condition on such an address decides over them. */
    private static List<String> urls(GitFolder git, Environment environment) {
        Config files = files(git, environment, new Conditions(git, environment, List::of));
        return files.getSubsections("remote").stream()
                .flatMap(remote -> Stream.of(files.getStringList("remote", remote, "url")))
                .toList();
    }

    private static Config files(GitFolder git, Environment environment, Conditions conditions) {
        Config config = new Config();
        if (!environment.isOn("GIT_CONFIG_NOSYSTEM")) {
            Path system = environment
                    .path("GIT_CONFIG_SYSTEM", environment.directory())
                    .orElse(SYSTEM);
            config = ConfigurationFile.load(config, system, environment, conditions);
        }
        for (Path file : environment.userConfigurations()) {
            config = ConfigurationFile.load(config, file, environment, conditions);
        }
        return repository(config, git, environment, conditions);
    }

    private static Config repository(Config beneath, GitFolder git, Environment environment, Conditions conditions) {
        Config config = ConfigurationFile.load(beneath, git.common().resolve("config"), environment, conditions);
        return new Settings(config, environment).isOn("extensions", "worktreeConfig")
                ? ConfigurationFile.load(config, git.folder().resolve("config.worktree"), environment, conditions)
                : config;
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

    /** The remote that has what a partial clone left out; absent where nothing was. */
    Optional<String> promisor() {
        return text("extensions", "partialClone")
                .or(() -> config.getSubsections("remote").stream()
                        .filter(remote -> config.getBoolean("remote", remote, "promisor", false))
                        .findFirst());
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
