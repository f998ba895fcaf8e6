package dev.migtrue.gather.git;

import dev.migtrue.gather.git.plumbing.OddIndex;
import dev.migtrue.gather.git.plumbing.OddIndex.Leaf;
import dev.migtrue.model.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The file that an index is kept in. It is only read: no lock is taken, and nothing found out on the way is written
 * back. One that JGit cannot read is made plain first.
 */
record IndexFile(Places places, Environment environment, Engine engine, ObjectStore objects) {

    // How the extensions begin that change what an index means: a name, then a small length. JGit knows neither of
    // them, and mostly stumbles over what comes before.
    private static final String SPLIT = "link\0\0";
    private static final String SPARSE = "sdir\0\0\0\0";
    private static final String COMPRESSED = "DIRC\0\0\0\4";

    /** Reads the index; one that does not exist is empty, as in a repository where nothing was ever staged. */
    Index read() {
        Path file = places.index();
        try {
            if (!Files.exists(file)) {
                return new Index(DirCache.newInCore(), Instant.EPOCH, Optional.empty());
            }
            // Before the content: an index replaced in between then looks older than it is, and is trusted less.
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return switch (engine) {
                case GIT -> odd(written);
                case JGIT -> plain(written);
            };
        } catch (IOException unreadable) {
            throw failure(file, unreadable);
        }
    }

    private Index plain(Instant written) throws IOException {
        Path file = places.index();
        try {
            return new Index(DirCache.read(file.toFile(), environment.fileSystem()), written, Optional.empty());
        } catch (IOException | RuntimeException unreadable) {
            String bytes = ByteString.of(Files.readAllBytes(file));
            if (bytes.contains(SPLIT) || bytes.contains(SPARSE)) {
                return odd(written);
            }
            throw failure(file, unreadable);
        }
    }

    private Index odd(Instant written) throws IOException {
        String bytes = ByteString.of(Files.readAllBytes(places.index()));
        OddIndex odd = new OddIndex(
                places.index(),
                places.git().folder(),
                places.objectVariables(),
                environment.variables(),
                objects.format());
        Optional<String> whyByGit = bytes.contains(SPLIT)
                ? Optional.of("the index is split over several files")
                : Optional.of("the index is of version 4").filter(why -> bytes.startsWith(COMPRESSED));
        try {
            DirCache lines = whyByGit.isPresent()
                    ? odd.readByGit(whyByGit.get(), environment.fileSystem(), this::leaves)
                    : odd.read(environment.fileSystem(), this::leaves);
            return new Index(lines, written, whyByGit);
        } catch (IndexOutOfBoundsException broken) {
            throw failure(places.index(), broken);
        }
    }

    private List<Leaf> leaves(ObjectId tree) {
        List<Leaf> leaves = new ArrayList<>();
        collect("", tree, leaves);
        return leaves;
    }

    private void collect(String folder, ObjectId tree, List<Leaf> leaves) {
        for (ObjectStore.TreeEntry entry : objects.tree(tree)) {
            String path = folder + entry.name();
            if (entry.mode().equals(FileMode.TREE)) {
                collect(path + "/", entry.id(), leaves);
            } else {
                leaves.add(new Leaf(path, entry.mode(), entry.id()));
            }
        }
    }

    private static Failure failure(Path file, Exception cause) {
        return new Failure(
                "the index cannot be read: " + file + ": " + cause.getMessage(),
                "see what 'git status' makes of it; 'git read-tree HEAD' writes it anew and forgets what was staged",
                cause);
    }
}
