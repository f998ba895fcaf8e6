package dev.migtrue.cli;

import dev.migtrue.gather.Scripts;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UsageException;
import dev.migtrue.system.Layout;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The single files among the paths that a user named, as far as migrations may stand in them.
 *
 * @param paths relative to {@code start} or absolute, in the order given
 * @param start where the run was started
 */
record NamedFiles(List<Path> paths, Path start) {

    /** What stands for standard input. */
    private static final Path INPUT = Path.of("-");

    NamedFiles {
        paths = List.copyOf(paths);
    }

    /** Refuses names behind which there is nothing. */
    void check() {
        paths.stream()
                .filter(path -> !path.equals(INPUT) && !Files.exists(start.resolve(path)))
                .findFirst()
                .ifPresent(absent -> {
                    throw new UsageException(
                            "no such file or folder: " + start.resolve(absent).normalize());
                });
    }

    /** Whether all are such files, and none lies in a repository, so that nothing but these can be read. */
    boolean areOutsideOfRepositories() {
        return !paths.isEmpty() && paths.stream().allMatch(path -> isFile(path) && !isInRepository(path));
    }

    private boolean isFile(Path path) {
        return path.equals(INPUT) || Files.isRegularFile(start.resolve(path));
    }

    private boolean isInRepository(Path path) {
        if (path.equals(INPUT)) {
            return false;
        }
        for (Path folder = real(path).getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }

    private Path real(Path path) {
        Path named = start.resolve(path).normalize();
        try {
            return named.toRealPath();
        } catch (IOException unreadable) {
            return named;
        }
    }

    /** Those in which some layout has a migration, by where they are in the work tree. */
    List<RepoPath> claimed(List<Layout> layouts, Tree tree, Path top) {
        List<RepoPath> files = new ArrayList<>();
        for (Path path : paths) {
            inside(path, top).filter(file -> isClaimed(file, layouts, tree)).ifPresent(files::add);
        }
        return files;
    }

    private static boolean isClaimed(RepoPath file, List<Layout> layouts, Tree tree) {
        return layouts.stream()
                .filter(layout -> layout.project().folders().stream().anyMatch(file::isUnder))
                .anyMatch(layout -> layout.history(tree).files().contains(file));
    }

    private Optional<RepoPath> inside(Path path, Path top) {
        Path real = real(path);
        Path root = real(top);
        return !path.equals(INPUT) && isFile(path) && real.startsWith(root) && !real.equals(root)
                ? Optional.of(new RepoPath(slashed(root.relativize(real))))
                : Optional.empty();
    }

    /** The paths that are not among these files: folders, and files that were claimed. */
    List<Path> besides(List<RepoPath> claimed, Path top) {
        return paths.stream()
                .filter(path -> !isFile(path)
                        || inside(path, top).filter(claimed::contains).isPresent())
                .toList();
    }

    /**
     * The others, each as a script.
     *
     * @param claimed those that are migrations
     * @param top what paths in a report are relative to
     * @throws UsageException when one cannot be read as text
     */
    List<Scripts.Given> scripts(List<RepoPath> claimed, Path top, Surroundings surroundings) {
        List<Scripts.Given> scripts = new ArrayList<>();
        for (Path path : paths) {
            if (path.equals(INPUT)) {
                scripts.add(new Scripts.Given(new RepoPath("stdin"), input(surroundings)));
            } else if (isFile(path)
                    && inside(path, top).filter(claimed::contains).isEmpty()) {
                scripts.add(new Scripts.Given(shown(path, top), text(path)));
            }
        }
        return scripts;
    }

    /** As seen from the top of the work tree; of a file elsewhere as seen from where the run was started. */
    private RepoPath shown(Path path, Path top) {
        return inside(path, top)
                .orElseGet(() -> new RepoPath(slashed(start.toAbsolutePath()
                        .normalize()
                        .relativize(start.resolve(path).toAbsolutePath().normalize()))));
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private String text(Path path) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(start.resolve(path))))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new UsageException("'%s' is no text: it holds zero bytes".formatted(path));
            }
            return text;
        } catch (CharacterCodingException otherEncoding) {
            throw new UsageException("'%s' is no UTF-8 text".formatted(path));
        } catch (IOException unreadable) {
            throw new UsageException("'%s' cannot be read: %s".formatted(path, unreadable.getMessage()));
        }
    }

    private static String input(Surroundings surroundings) {
        StringWriter text = new StringWriter();
        try {
            surroundings.in().transferTo(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return text.toString();
    }
}
