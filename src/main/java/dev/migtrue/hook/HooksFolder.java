package dev.migtrue.hook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where git looks for the hooks of a repository. */
public final class HooksFolder {

    private final GitCommand git;
    private final Path path;
    private final Optional<Path> top;
    private final Path common;

    private HooksFolder(GitCommand git, Path path, Optional<Path> top, Path common) {
        this.git = git;
        this.path = path;
        this.top = top;
        this.common = common;
    }

    /** Who may write into a folder of hooks. */
    public enum Ownership {
        /** It lies in git's own folder of this clone. */
        CLONE,
        /** {@code core.hooksPath} leads elsewhere: to a folder that is tracked, made by a program, or shared by all repositories of the user. */
        ELSEWHERE
    }

    /** Asks git, as it would look from {@code directory} with these variables. */
    public static HooksFolder find(Path directory, Map<String, String> environment) {
        GitCommand here = new GitCommand(directory, environment);
        Optional<Path> top = here.line("rev-parse", "--show-toplevel").map(Path::of);
        Path common = real(here.path("rev-parse", "--git-common-dir"));
        // Where core.hooksPath is relative, git reads it at the top.
        GitCommand above = new GitCommand(
                here.line("rev-parse", "--show-cdup").map(directory::resolve).orElse(directory), environment);
        Path hooks = above.path("rev-parse", "--git-path", "hooks");
        Path path = hooks.toAbsolutePath().normalize();
        return new HooksFolder(here, path, top, common);
    }

    /** The folder: absolute, and perhaps not there. */
    Path path() {
        return path;
    }

    /** The top of the work tree; absent in a bare repository. */
    public Optional<Path> top() {
        return top;
    }

    /** Whose folder it is. */
    Ownership ownership() {
        return real(path).startsWith(common) ? Ownership.CLONE : Ownership.ELSEWHERE;
    }

    /** Which of the two repositories of a push this is. */
    public HookStage.Side side() {
        boolean isBare = git.line("rev-parse", "--is-bare-repository")
                .filter("true"::equals)
                .isPresent();
        return isBare ? HookStage.Side.SERVER : HookStage.Side.CLIENT;
    }

    /** The git that calls the hooks. */
    GitVersion version() {
        return GitVersion.in(git.line("version").orElse(""));
    }

    /** The hook of a stage that is named by the configuration. */
    ConfiguredHook configured(HookStage stage) {
        return new ConfiguredHook(git, common, stage);
    }

    /** The branch that HEAD names, by its short name: in a bare repository, the default branch of all clones. Absent where it names a commit. */
    public static Optional<String> headBranch(Path directory, Map<String, String> environment) {
        return new GitCommand(directory, environment).line("symbolic-ref", "--quiet", "--short", "HEAD");
    }

    /** The path without symbolic links, as far as it exists. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            return Optional.ofNullable(path.getParent())
                    .map(parent -> real(parent).resolve(path.getFileName()))
                    .orElse(path);
        }
    }
}
