package dev.migtrue.gather.git;

import dev.migtrue.model.RepoPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The trees of folders in many commits. A long history is walked by comparing these: a commit that changed nothing in a folder costs little
 * more than one reading of its top tree. A folder that is not there has git's zero id.
 */
final class FolderTrees {

    /** So many trees are kept in memory: a commit's own are asked for again when its children, then it itself are looked at. */
    private static final int KEPT = 512;

    private static final ObjectId ABSENT = ObjectId.zeroId();

    private final ObjectReader reader;
    private final SequencedMap<ObjectId, byte[]> recent = new LinkedHashMap<>(KEPT, 0.75f, true);

    FolderTrees(ObjectReader reader) {
        this.reader = reader;
    }

    /** What changed between two trees: files as they were, and as they are now; a file that was edited is in both. */
    record Change(List<GitFile> before, List<GitFile> after) {}

    /** The tree of a folder below a top tree. */
    ObjectId find(ObjectId top, RepoPath folder) throws IOException {
        ObjectId found = top;
        if (!folder.equals(RepoPath.TOP)) {
            for (String name : folder.value().split("/", -1)) {
                found = child(found, name.getBytes(StandardCharsets.UTF_8));
                if (isAbsent(found)) {
                    return found;
                }
            }
        }
        return found;
    }

    private ObjectId child(ObjectId tree, byte[] name) throws IOException {
        CanonicalTreeParser parser = new CanonicalTreeParser();
        parser.reset(bytes(tree));
        while (!parser.eof()) {
            if (parser.getEntryRawMode() == FileMode.TYPE_TREE && isCalled(name, parser)) {
                return parser.getEntryObjectId();
            }
            parser.next();
        }
        return ABSENT;
    }

    private static boolean isCalled(byte[] name, CanonicalTreeParser parser) {
        return Arrays.equals(name, 0, name.length, parser.getEntryPathBuffer(), 0, parser.getEntryPathLength());
    }

    /** A file below a top tree. */
    Optional<GitFile> file(ObjectId top, RepoPath path) throws IOException {
        ObjectId folder = find(top, path.parent().orElse(RepoPath.TOP));
        if (isAbsent(folder)) {
            return Optional.empty();
        }
        byte[] name = path.name().getBytes(StandardCharsets.UTF_8);
        CanonicalTreeParser parser = new CanonicalTreeParser();
        parser.reset(bytes(folder));
        while (!parser.eof()) {
            if ((parser.getEntryRawMode() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE && isCalled(name, parser)) {
                return Optional.of(new GitFile(path, parser.getEntryFileMode(), parser.getEntryObjectId()));
            }
            parser.next();
        }
        return Optional.empty();
    }

    static boolean isAbsent(AnyObjectId tree) {
        return tree.equals(ABSENT);
    }

    /** Every file of a tree that lies at {@code folder}. */
    List<GitFile> files(RepoPath folder, ObjectId tree) throws IOException {
        return change(folder, ABSENT, tree).after();
    }

    /** What became of a folder between two trees of it. */
    Change change(RepoPath folder, ObjectId before, ObjectId after) throws IOException {
        List<GitFile> were = new ArrayList<>();
        List<GitFile> are = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(reader)) {
            add(before, walk);
            add(after, walk);
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                RepoPath path = folder.child(walk.getPathString());
                collect(path, walk, 0, were);
                collect(path, walk, 1, are);
            }
        }
        return new Change(were, are);
    }

    private void add(ObjectId tree, TreeWalk walk) throws IOException {
        if (isAbsent(tree) || ObjectStore.isEmptyTree(tree)) {
            walk.addTree(new EmptyTreeIterator());
        } else {
            walk.addTree(tree);
        }
    }

    private static void collect(RepoPath path, TreeWalk walk, int side, List<GitFile> files) {
        FileMode mode = walk.getFileMode(side);
        if (mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE)) {
            files.add(new GitFile(path, mode, walk.getObjectId(side)));
        }
    }

    private byte[] bytes(ObjectId tree) throws IOException {
        byte[] known = recent.get(tree);
        if (known == null) {
            known = ObjectStore.isEmptyTree(tree)
                    ? new byte[0]
                    : reader.open(tree, Constants.OBJ_TREE).getCachedBytes();
            recent.put(tree, known);
            if (recent.size() > KEPT) {
                recent.pollFirstEntry();
            }
        }
        return known;
    }
}
