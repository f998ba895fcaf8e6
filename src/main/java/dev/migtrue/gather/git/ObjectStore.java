package dev.migtrue.gather.git;

import dev.migtrue.gather.git.plumbing.ObjectFormat;
import dev.migtrue.gather.git.plumbing.PromisedObjects;
import dev.migtrue.model.Failure;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** The objects of a repository: commits, trees and blobs. Trees are read once, as commits share most of theirs. */
final class ObjectStore implements AutoCloseable {

    private static final int TREE_LINE = "tree ".length();

    private static final FileText LEFT_OUT = new FileText.Unreadable(
            "left out of this partial clone, and not to be had: run 'git fetch --refetch --no-filter'");

    private final ObjectReader reader;
    private final ObjectFormat format;
    private final Optional<PromisedObjects> promised;
    private final Map<ObjectId, List<TreeEntry>> trees = new HashMap<>();

    /** @param promised what a partial clone left out; absent when all is here */
    ObjectStore(ObjectReader reader, ObjectFormat format, Optional<PromisedObjects> promised) {
        this.reader = reader;
        this.format = format;
        this.promised = promised;
    }

    /** How the objects are named. */
    ObjectFormat format() {
        return format;
    }

    /** Whether this clone is partial and does not have an object, so far. */
    boolean isLeftOut(ObjectId id) {
        return promised.isPresent() && !isHere(id);
    }

    /** Fetches at once what a partial clone left out of these. */
    void fetch(Collection<ObjectId> ids) {
        promised.ifPresent(left ->
                left.fetch(ids.stream().filter(id -> !isHere(id)).distinct().toList()));
    }

    private boolean isHere(ObjectId id) {
        try {
            return reader.has(id);
        } catch (IOException unreadable) {
            throw unreadable(id, unreadable);
        }
    }

    private ObjectLoader open(ObjectId id, int type) throws IOException {
        try {
            return reader.open(id, type);
        } catch (MissingObjectException missing) {
            if (promised.isEmpty()) {
                throw missing;
            }
            promised.get().fetch(List.of(id));
            return reader.open(id, type);
        }
    }

    /** One line of a tree object. */
    record TreeEntry(String name, FileMode mode, ObjectId id) {}

    FileText text(GitFile file) {
        if (file.isSymbolicLink()) {
            return Contents.SYMBOLIC_LINK;
        }
        if (isLeftOut(file.blob())) {
            fetch(List.of(file.blob()));
            if (!isHere(file.blob())) {
                return LEFT_OUT;
            }
        }
        return blob(file.blob(), Contents.LARGEST_TEXT).map(Contents::text).orElse(Contents.TOO_LARGE);
    }

    /** The content of a blob; absent when it is larger than {@code limit} bytes. */
    Optional<byte[]> blob(ObjectId id, int limit) {
        try {
            ObjectLoader blob = open(id, Constants.OBJ_BLOB);
            return blob.getSize() > limit ? Optional.empty() : Optional.of(blob.getCachedBytes(limit));
        } catch (IOException unreadable) {
            throw unreadable(id, unreadable);
        }
    }

    /** Whether the history of some commits was cut off when they were fetched. */
    boolean isShallow() {
        try {
            return !reader.getShallowCommits().isEmpty();
        } catch (IOException unreadable) {
            throw new Failure(
                    "git's list of shallow commits cannot be read: " + unreadable.getMessage(),
                    "ask 'git fsck' what is broken",
                    unreadable);
        }
    }

    /** The commits that two others both have behind them, and none nearer to them: one, several where histories crossed, none where they share none. */
    List<ObjectId> mergeBases(ObjectId one, ObjectId other) {
        if (one.equals(other)) {
            return List.of(one);
        }
        RevWalk walk = new RevWalk(reader);
        walk.setRevFilter(RevFilter.MERGE_BASE);
        try {
            walk.markStart(walk.parseCommit(one));
            walk.markStart(walk.parseCommit(other));
            List<ObjectId> bases = new ArrayList<>();
            for (RevCommit base = walk.next(); base != null; base = walk.next()) {
                bases.add(base.copy());
            }
            return bases;
        } catch (IOException unreadable) {
            throw unreadable(one, unreadable);
        }
    }

    /** The top tree of a commit. */
    ObjectId treeOf(ObjectId commit) {
        return ObjectId.fromString(read(commit, Constants.OBJ_COMMIT), TREE_LINE);
    }

    /** Whether there is a file of this path below a tree. */
    boolean has(ObjectId tree, RepoPath path) {
        String[] names = path.value().split("/", -1);
        ObjectId folder = tree;
        for (int at = 0; at < names.length; at++) {
            String name = names[at];
            Optional<TreeEntry> entry = tree(folder).stream()
                    .filter(line -> line.name().equals(name))
                    .findFirst();
            boolean isFolder =
                    entry.filter(line -> line.mode().equals(FileMode.TREE)).isPresent();
            if (entry.isEmpty() || isFolder == (at == names.length - 1)) {
                return false;
            }
            folder = entry.get().id();
        }
        return true;
    }

    List<TreeEntry> tree(ObjectId id) {
        List<TreeEntry> known = trees.get(id);
        if (known == null) {
            known = isEmptyTree(id) ? List.of() : parse(read(id, Constants.OBJ_TREE));
            trees.put(id, known);
        }
        return known;
    }

    /** Whether an id is that of the tree without entries, which git knows everywhere and need not have stored. */
    static boolean isEmptyTree(AnyObjectId tree) {
        return tree.equals(Constants.EMPTY_TREE_ID);
    }

    private static List<TreeEntry> parse(byte[] tree) {
        List<TreeEntry> entries = new ArrayList<>();
        CanonicalTreeParser parser = new CanonicalTreeParser();
        parser.reset(tree);
        while (!parser.eof()) {
            String name =
                    new String(parser.getEntryPathBuffer(), 0, parser.getEntryPathLength(), StandardCharsets.UTF_8);
            entries.add(new TreeEntry(name, parser.getEntryFileMode(), parser.getEntryObjectId()));
            parser.next();
        }
        return List.copyOf(entries);
    }

    private byte[] read(ObjectId id, int type) {
        try {
            return open(id, type).getCachedBytes();
        } catch (IOException unreadable) {
            throw unreadable(id, unreadable);
        }
    }

    private static Failure unreadable(ObjectId id, IOException cause) {
        return cause instanceof MissingObjectException
                ? new Failure(
                        "git object " + id.name() + " is not in this clone",
                        "fetch what a partial clone left out with 'git fetch --refetch --no-filter',"
                                + " or ask 'git fsck' what is broken",
                        cause)
                : new Failure(
                        "git object " + id.name() + " cannot be read: " + cause.getMessage(),
                        "ask 'git fsck' what is broken",
                        cause);
    }

    @Override
    public void close() {
        reader.close();
    }
}
