package dev.migtrue.hook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where git looks for the hooks of a repository.
 *
 * @param path absolute; there may be no such folder
 * @param top the top of the work tree; absent in a bare repository
 * @param ownership whose folder it is
 */
public record HooksFolder(Path path, Optional<Path> top, Ownership ownership) {

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
        return new HooksFolder(path, top, real(path).startsWith(common) ? Ownership.CLONE : Ownership.ELSEWHERE);
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
