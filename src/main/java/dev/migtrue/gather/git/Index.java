package dev.migtrue.gather.git;

import dev.migtrue.model.RepoPath;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheTree;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What the index holds. Of a file in conflict it is our side that counts, or theirs where we deleted it, and none where
 * both did: settling the conflict is git's business, but the file is tracked.
 */
final class Index {

    private static final int ANCESTOR = 1;
    private static final int THEIRS = 3;

    private final Instant written;
    private final Optional<String> whyByGit;
    private final Map<RepoPath, IndexEntry> entries;
    private final Set<RepoPath> folders;
    private final Map<RepoPath, ObjectId> writtenTrees;
    private final Lazy<Listing> committed;

    /**
     * @param written when the index file was last written
     * @param whyByGit why git had to read it for us; absent when it did not
     */
    Index(DirCache lines, Instant written, Optional<String> whyByGit) {
        this.written = written;
        this.whyByGit = whyByGit;
        this.entries = entries(lines);
        this.folders = folders(entries.keySet());
        this.writtenTrees = writtenTrees(lines);
        this.committed = new Lazy<>(() -> new Listing(entries.values().stream()
                .filter(entry -> !entry.isIntentToAdd() && entry.stage() != ANCESTOR)
                .map(IndexEntry::file)
                .toList()));
    }

    /** When the index file was last written. */
    Instant written() {
        return written;
    }

    /** Why git had to read it for us, as the beginning of a sentence; absent when it did not. */
    Optional<String> whyByGit() {
        return whyByGit;
    }

    /** The files that git would commit. */
    Listing committed() {
        return committed.get();
    }

    /** What the index knows of a path, be it an intended addition, a conflict or a submodule. */
    Optional<IndexEntry> entry(RepoPath path) {
        return Optional.ofNullable(entries.get(path));
    }

    /** Whether git tracks a file at {@code path}. */
    boolean holdsFile(RepoPath path) {
        return entry(path).filter(entry -> !entry.file().isSubmodule()).isPresent();
    }

    boolean holdsSubmodule(RepoPath path) {
        return entry(path).filter(entry -> entry.file().isSubmodule()).isPresent();
    }

    /** The files that are left out of the working tree on purpose, in no order. */
    List<RepoPath> skipped() {
        return entries.values().stream()
                .filter(IndexEntry::isSkipped)
                .map(IndexEntry::path)
                .toList();
    }

    /** Whether there is an entry below {@code folder}. */
    boolean holdsFolder(RepoPath folder) {
        return folders.contains(folder);
    }

    /**
     * The files below {@code folder}, when git noted in the index that they make up just the tree {@code tree}: then
     * that tree need not be read.
     */
    Optional<List<GitFile>> filesOf(RepoPath folder, ObjectId tree) {
        return tree.equals(writtenTrees.get(folder)) ? Optional.of(committed().under(folder)) : Optional.empty();
    }

    private static Map<RepoPath, IndexEntry> entries(DirCache lines) {
        Map<RepoPath, IndexEntry> entries = LinkedHashMap.newLinkedHashMap(lines.getEntryCount());
        for (int at = 0; at < lines.getEntryCount(); at++) {
            IndexEntry entry = new IndexEntry(lines.getEntry(at));
            if (entry.stage() == THEIRS) {
                entries.merge(entry.path(), entry, (present, theirs) -> present.stage() == ANCESTOR ? theirs : present);
            } else {
                entries.put(entry.path(), entry);
            }
        }
        return entries;
    }

    private static Set<RepoPath> folders(Set<RepoPath> files) {
        Set<RepoPath> folders = new HashSet<>();
        RepoPath last = RepoPath.TOP;
        for (RepoPath file : files) {
            // Neighbours mostly share their folder, and comparing is cheaper than cutting off another copy of its name.
            if (!isIn(last, file)) {
                Optional<RepoPath> folder = file.parent();
                last = folder.orElse(RepoPath.TOP);
                while (folder.isPresent() && folders.add(folder.get())) {
                    folder = folder.get().parent();
                }
            }
        }
        return folders;
    }

    private static boolean isIn(RepoPath folder, RepoPath file) {
        return file.value().lastIndexOf('/') == folder.value().length() && file.isUnder(folder);
    }

    private static Map<RepoPath, ObjectId> writtenTrees(DirCache lines) {
        Map<RepoPath, ObjectId> trees = new HashMap<>();
        Optional.ofNullable(lines.getCacheTree(false)).ifPresent(top -> collect(top, RepoPath.TOP, trees));
        return trees;
    }

    private static void collect(DirCacheTree tree, RepoPath folder, Map<RepoPath, ObjectId> trees) {
        if (tree.isValid()) {
            trees.put(folder, tree.getObjectId());
        }
        for (int at = 0; at < tree.getChildCount(); at++) {
            DirCacheTree child = tree.getChild(at);
            collect(child, folder.child(child.getNameString()), trees);
        }
    }
}
