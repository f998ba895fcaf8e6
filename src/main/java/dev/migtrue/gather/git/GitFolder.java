package dev.migtrue.gather.git;

import dev.migtrue.model.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The folder that makes a repository one, found as git finds it.
 *
 * @param folder what belongs to this work tree: HEAD, the index
 * @param common what all work trees share: objects, branches, configuration; mostly the same folder
 * @param beside the top of the work tree, unless the configuration says otherwise; absent where the folder stands by
 *     itself
 */
record GitFolder(Path folder, Path common, Optional<Path> beside) {

    private static final String DOT_GIT = ".git";
    private static final String POINTER = "gitdir:";

    /** @throws UsageException when there is none */
    static GitFolder find(Environment environment) {
        return environment
                .path("GIT_DIR", environment.directory())
                .map(named -> named(named, environment))
                .orElseGet(() -> search(environment));
    }

    private static GitFolder named(Path named, Environment environment) {
        Path folder = follow(named).filter(GitFolder::isGitFolder).orElseThrow(() -> notAt(named, "GIT_DIR names"));
        // Where git's folder is given and no work tree, git takes the current folder for its top; inside git's folder
        // there is none, or its own files would be listed.
        Optional<Path> beside =
                Optional.of(environment.directory()).filter(directory -> !directory.startsWith(realPath(folder)));
        return new GitFolder(folder, common(folder, environment), beside);
    }

    private static GitFolder search(Environment environment) {
        Set<Path> ceilings = ceilings(environment);
        Path start = environment.directory();
        for (Path place = start; place != null; place = place.getParent()) {
            if (!place.equals(start) && ceilings.contains(place)) {
                break;
            }
            Path dotGit = place.resolve(DOT_GIT);
            if (Files.isRegularFile(dotGit) || isGitFolder(dotGit)) {
                Path folder = follow(dotGit)
                        .filter(GitFolder::isGitFolder)
                        .orElseThrow(() -> notAt(dotGit, "this file points to"));
                return new GitFolder(folder, common(folder, environment), Optional.of(place));
            }
            if (isGitFolder(place)) {
                return new GitFolder(place, common(place, environment), Optional.empty());
            }
        }
        throw new UsageException("not in a git repository: " + start
                + " (nor is any folder above it): run inside one, or name it with -C");
    }

    private static UsageException notAt(Path path, String whoSays) {
        return new UsageException(whoSays + " no git repository: " + path + ": mend it, or run elsewhere");
    }

    /** Whether a folder holds what git asks for before it takes it for a repository. */
    static boolean isGitFolder(Path folder) {
        Path common = commonOf(folder);
        return Files.exists(folder.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(common.resolve("objects"))
                && Files.isDirectory(common.resolve("refs"));
    }

    /**
     * The folder that a {@code .git} stands for: itself, or in linked worktrees and submodules the one it points to.
     */
    private static Optional<Path> follow(Path dotGit) {
        if (!Files.isRegularFile(dotGit)) {
            return Optional.of(dotGit);
        }
        return firstLine(dotGit)
                .filter(line -> line.startsWith(POINTER))
                .map(line -> dotGit.resolveSibling(
                                line.substring(POINTER.length()).strip())
                        .normalize());
    }

    private static Path common(Path folder, Environment environment) {
        return environment.path("GIT_COMMON_DIR", environment.directory()).orElseGet(() -> commonOf(folder));
    }

    private static Path commonOf(Path folder) {
        return firstLine(folder.resolve("commondir"))
                .map(line -> folder.resolve(line.strip()).normalize())
                .orElse(folder);
    }

    private static Optional<String> firstLine(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Files.readString(file).lines().findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Folders that the search does not climb to. After an empty entry they are taken as they are written, which spares
     * slow network drives.
     */
    private static Set<Path> ceilings(Environment environment) {
        Set<Path> ceilings = new HashSet<>();
        boolean asWritten = false;
        for (String entry :
                environment.text("GIT_CEILING_DIRECTORIES").orElse("").split(java.io.File.pathSeparator, -1)) {
            asWritten |= entry.isEmpty();
            Path ceiling = Path.of(entry);
            if (ceiling.isAbsolute()) {
                ceilings.add(asWritten ? ceiling.normalize() : realPath(ceiling));
            }
        }
        return ceilings;
    }

    private static Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            return path.toAbsolutePath().normalize();
        }
    }
}
