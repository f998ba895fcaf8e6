package dev.migtrue.hook;

import dev.migtrue.model.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The hook of one stage as the configuration of a clone names it: git calls it besides, and before, the one in its folder of hooks, whoever that
 * belongs to. The script itself lies in git's own folder.
 */
final class ConfiguredHook {

    private static final String HOME = "migtrue";
    private static final String SCRIPTS = "hooks";

    private final GitCommand git;
    private final HookStage stage;
    private final Path home;
    private final Path script;

    /** @param common git's folder that all work trees share */
    ConfiguredHook(GitCommand git, Path common, HookStage stage) {
        this.git = git;
        this.stage = stage;
        this.home = common.resolve(HOME);
        this.script = home.resolve(SCRIPTS).resolve(stage.label());
    }

    boolean isThere() {
        return git.line("config", "--local", "--get", key("command")).isPresent();
    }

    /** The program that the script names; absent when it leaves that to the PATH, or is gone. */
    Optional<Path> launcher() {
        try {
            return Files.isRegularFile(script)
                    ? HookScript.launcherIn(Files.readString(script)).map(Path::of)
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw failure("read", unreadable);
        }
    }

    void install(HookScript text) {
        try {
            Files.createDirectories(folder());
            Files.write(script, text.text(stage).getBytes(StandardCharsets.UTF_8));
            if (Files.getFileStore(script).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        } catch (IOException problem) {
            throw failure("written", problem);
        }
        // In this order: an event without a command makes git give up on every hook.
        git.succeed("config", "--local", "--replace-all", key("command"), command());
        git.succeed("config", "--local", "--replace-all", key("event"), stage.label());
    }

    /** Does nothing where it is not there. */
    void uninstall() {
        if (!isThere()) {
            return;
        }
        git.succeed("config", "--local", "--remove-section", section());
        try {
            Files.deleteIfExists(script);
            deleteIfEmpty(folder());
            deleteIfEmpty(home);
        } catch (IOException problem) {
            throw failure("taken away", problem);
        }
    }

    /** What git has a shell run. It names no folder, so that a repository may be moved. */
    private String command() {
        return "\"$(git rev-parse --git-common-dir)\"/%s/%s/%s".formatted(HOME, SCRIPTS, stage.label());
    }

    /** Not the bare name of the stage, which git keeps for settings of its own. */
    private String section() {
        return "hook.migtrue-" + stage.label();
    }

    private String key(String name) {
        return section() + "." + name;
    }

    private Path folder() {
        return home.resolve(SCRIPTS);
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException | NoSuchFileException kept) {
            return;
        }
    }

    private Failure failure(String done, IOException problem) {
        return new Failure(
                "the hook cannot be " + done + ": " + script + ": " + problem.getMessage(),
                "see to the rights of that folder",
                problem);
    }
}
