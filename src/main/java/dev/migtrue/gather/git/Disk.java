package dev.migtrue.gather.git;

import dev.migtrue.model.Failure;
import dev.migtrue.model.RepoPath;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The work tree's folder on disk, looked at and never followed out of: symbolic links count as themselves. Each file is
 * looked at once.
 */
final class Disk {

    private static final char REPLACEMENT = '\ufffd';

    private final Path top;
    private final Map<RepoPath, Optional<BasicFileAttributes>> seen = new HashMap<>();
    // Names that are not UTF-8 cannot be found again by what they read as.
    private final Map<RepoPath, Path> oddlyNamed = new HashMap<>();

    Disk(Path top) {
        this.top = top;
    }

    Path place(RepoPath path) {
        Path odd = oddlyNamed.get(path);
        if (odd != null) {
            return odd;
        }
        try {
            return top.resolve(path.value());
        } catch (InvalidPathException unnameable) {
            throw new Failure(
                    "this locale has no way to name the file " + path,
                    "run with a UTF-8 locale, such as LC_ALL=C.UTF-8",
                    unnameable);
        }
    }

    /**
     * What is at a path; absent when there is nothing, nothing that may be looked at, or only a symbolic link on the
     * way.
     */
    Optional<BasicFileAttributes> look(RepoPath path) {
        Optional<BasicFileAttributes> known = seen.get(path);
        if (known == null) {
            boolean isReached = path.parent().map(this::isFolder).orElse(true);
            known = isReached ? lookAt(place(path)) : Optional.empty();
            seen.put(path, known);
        }
        return known;
    }

    boolean isFolder(RepoPath path) {
        return look(path).filter(BasicFileAttributes::isDirectory).isPresent();
    }

    /** The names in a folder, in no order. */
    List<String> names(RepoPath folder) throws AccessDeniedException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(place(folder))) {
            for (Path child : children) {
                String name = String.valueOf(child.getFileName());
                names.add(name);
                if (name.indexOf(REPLACEMENT) >= 0) {
                    oddlyNamed.put(folder.child(name), child);
                }
            }
            return names;
        } catch (AccessDeniedException denied) {
            throw denied;
        } catch (IOException | DirectoryIteratorException unreadable) {
            throw new Failure(
                    "the folder " + folder + " cannot be listed: " + unreadable.getMessage(),
                    "see whether its disk is in order",
                    unreadable);
        }
    }

    private static Optional<BasicFileAttributes> lookAt(Path place) {
        try {
            // Pipes, sockets and devices are nothing that git would track, and reading one might never end.
            return Optional.ofNullable(place.getFileSystem()
                            .provider()
                            .readAttributesIfExists(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS))
                    .filter(found -> !found.isOther());
        } catch (IOException hidden) {
            return Optional.empty();
        }
    }
}
