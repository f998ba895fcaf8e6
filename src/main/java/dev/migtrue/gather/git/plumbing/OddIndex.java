package dev.migtrue.gather.git.plumbing;

import dev.migtrue.model.Failure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.FS;

/**
 * An index that JGit cannot read as it is. One that is split over files, or compressed, git first writes anew: to a copy, in a folder of its own, because
 * even to look at a split index would touch the files that it is split over.
 *
 * @param objects the variables that tell git where the repository's objects are
 */
public record OddIndex(
        Path file, Path gitFolder, Map<String, String> objects, Map<String, String> environment, ObjectFormat format) {

    private static final String CONFIG = """
            [core]
            	repositoryFormatVersion = 1
            	bare = true
            [extensions]
            	objectFormat = %s
            """;

    /** A file below a tree; its path starts there. */
    public record Leaf(String path, FileMode mode, ObjectId id) {}

    /** Reads it without git: it lies in one file, and is not of version 4. */
    public DirCache read(FS fileSystem, Function<ObjectId, List<Leaf>> trees) {
        try (Scratch scratch = new Scratch()) {
            return plain(file, scratch, fileSystem, trees);
        } catch (IOException unreadable) {
            throw failure(unreadable);
        }
    }

    /**
     * Reads it with git.
     *
     * @param why what is odd about it, as the beginning of a sentence
     */
    public DirCache readByGit(String why, FS fileSystem, Function<ObjectId, List<Leaf>> trees) {
        try (Scratch scratch = new Scratch()) {
            Path folder = scratch.path();
            Files.createDirectories(folder.resolve("refs"));
            Files.writeString(folder.resolve("HEAD"), "ref: refs/heads/none\n");
            Files.writeString(
                    folder.resolve("config"), CONFIG.formatted(format.name().toLowerCase(Locale.ROOT)));
            Path index = folder.resolve("index");
            copy(index);
            rewrite(folder, why);
            return plain(index, scratch, fileSystem, trees);
        } catch (IOException unreadable) {
            throw failure(unreadable);
        }
    }

    /** Folders of a sparse index stay folders: to open them, git would touch the trees in the repository. */
    private void rewrite(Path folder, String why) {
        Map<String, String> place = new HashMap<>(objects);
        place.put("GIT_DIR", folder.toString());
        new GitProgram(folder, environment, place, why)
                .output(
                        "-c",
                        "core.splitIndex=false",
                        "-c",
                        "index.sparse=true",
                        "-c",
                        "core.sparseCheckout=true",
                        "-c",
                        "core.sparseCheckoutCone=true",
                        "update-index",
                        "--no-split-index",
                        "--index-version",
                        "2",
                        "--force-write-index");
    }

    private DirCache plain(Path index, Scratch scratch, FS fileSystem, Function<ObjectId, List<Leaf>> trees)
            throws IOException {
        Path plain = scratch.path().resolve("plain");
        Files.write(plain, PlainIndex.of(Files.readAllBytes(index), format, trees));
        return DirCache.read(plain.toFile(), fileSystem);
    }

    /** With its times, by which git tells which entries to trust. */
    private void copy(Path index) throws IOException {
        Files.copy(file, index, StandardCopyOption.COPY_ATTRIBUTES);
        try (DirectoryStream<Path> shared = Files.newDirectoryStream(gitFolder, "sharedindex.*")) {
            for (Path part : shared) {
                Files.copy(part, index.resolveSibling(part.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static Failure failure(IOException unreadable) {
        return new Failure(
                "the index cannot be copied to the folder for temporary files: " + unreadable.getMessage(),
                "see whether there is room",
                unreadable);
    }
}
