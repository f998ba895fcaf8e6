package dev.migtrue.cli;

import dev.migtrue.model.UsageException;
import dev.migtrue.system.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether a layout lies in, or around, one of the paths that the user named; none named means all are wanted.
 *
 * @param paths relative to {@code start} or absolute
 * @param workTree what the folders of a layout are relative to
 */
record WantedPaths(List<Path> paths, Path start, Path workTree) implements Predicate<Layout> {

    @Override
    public boolean test(Layout layout) {
        return paths.isEmpty() || paths.stream().map(this::absolute).anyMatch(path -> isIn(path, layout));
    }

    private boolean isIn(Path path, Layout layout) {
        return layout.project().folders().stream()
                .map(folder -> workTree.resolve(folder.value()))
                .anyMatch(folder -> folder.startsWith(path) || path.startsWith(folder));
    }

    /** Symbolic links are followed, because the work tree's own path has none left. */
    private Path absolute(Path path) {
        Path named = start.resolve(path).normalize();
        try {
            return named.toRealPath();
        } catch (IOException absent) {
            throw new UsageException("no such file or folder: " + named);
        }
    }
}
