package dev.migtrue.gather.git;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the parts of a repository lie. In a hook, git names some of them itself: {@code git commit -a} works on an
 * index of its own.
 *
 * @param workTree the top of the work tree; absent in a bare repository
 * @param alternates more folders of objects, besides those that the repository names
 */
record Places(GitFolder git, Optional<Path> workTree, Path index, Path objects, List<Path> alternates) {

    static Places of(GitFolder git, Settings settings, Environment environment) {
        Optional<Path> workTree = workTree(git, settings, environment);
        // git reads relative names after it went to the top of the work tree, if it was started inside.
        Path from = workTree.filter(environment.directory()::startsWith).orElse(environment.directory());
        return new Places(
                git,
                workTree,
                environment.path("GIT_INDEX_FILE", from).orElse(git.folder().resolve("index")),
                environment
                        .path("GIT_OBJECT_DIRECTORY", from)
                        .orElse(git.common().resolve("objects")),
                alternates(environment, from));
    }

    private static Optional<Path> workTree(GitFolder git, Settings settings, Environment environment) {
        Optional<Path> named = environment.path("GIT_WORK_TREE", environment.directory());
        if (named.isPresent()) {
            return named;
        }
        // What linked worktrees share does not speak of them.
        boolean isLinked = !git.common().equals(git.folder());
        if (isLinked || git.beside().isEmpty()) {
            return git.beside();
        }
        if (settings.isOn("core", "bare")) {
            return Optional.empty();
        }
        return settings.path("core", "worktree", git.folder())
                .map(Path::normalize)
                .or(git::beside);
    }

    /** What tells git where the objects are. */
    Map<String, String> objectVariables() {
        return Map.of(
                "GIT_OBJECT_DIRECTORY",
                objects.toString(),
                "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                alternates.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    }

    /** What tells git which repository this is. */
    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(objectVariables());
        variables.put("GIT_DIR", git.folder().toString());
        variables.put("GIT_COMMON_DIR", git.common().toString());
        return variables;
    }

    private static List<Path> alternates(Environment environment, Path from) {
        return environment.text("GIT_ALTERNATE_OBJECT_DIRECTORIES").stream()
                .flatMap(paths -> Arrays.stream(paths.split(File.pathSeparator, -1)))
                .filter(path -> !path.isEmpty())
                .map(from::resolve)
                .toList();
    }
}
