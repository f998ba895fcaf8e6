package dev.migtrue.gather.git;

import dev.migtrue.model.RepoPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;

/**
 * One line of the index: a file as git would commit it, and what the disk looked like when git last compared the two.
 */
final class IndexEntry {

    private final DirCacheEntry line;
    private final RepoPath path;

    IndexEntry(DirCacheEntry line) {
        this.line = line;
        this.path = new RepoPath(new String(line.getRawPath(), StandardCharsets.UTF_8));
    }

    RepoPath path() {
        return path;
    }

    /** 0, or the side of a conflict it belongs to: 1 the common ancestor, 2 ours, 3 theirs. */
    int stage() {
        return line.getStage();
    }

    /** Whether only the name was staged, which git does not commit. */
    boolean isIntentToAdd() {
        return line.isIntentToAdd();
    }

    /** Whether the file is left out of the working tree on purpose. Of an intended addition there is nothing yet to leave out. */
    boolean isSkipped() {
        return line.isSkipWorkTree() && !line.isIntentToAdd();
    }

    GitFile file() {
        return new GitFile(path, line.getFileMode(), line.getObjectId());
    }

    /**
     * Whether a file on disk certainly holds the content of this entry, so that it need not be read. As git does, this
     * trusts type, size and time of change, unless the file was changed so shortly before the index was written that
     * another change could not be told from it. Entries that the user wants assumed unchanged are not trusted: the disk
     * may differ unseen.
     */
    boolean isCertainlyOnDisk(BasicFileAttributes onDisk, Instant indexWritten) {
        Instant changed = line.getLastModifiedInstant();
        return line.isMerged()
                && !line.isAssumeValid()
                && !line.isIntentToAdd()
                && !line.isSmudged()
                && !isRacy(changed, indexWritten)
                && isSymbolicLink() == onDisk.isSymbolicLink()
                && line.getLength() == (int) onDisk.size()
                && changed.equals(onDisk.lastModifiedTime().toInstant());
    }

    /** Without fractions of a second on one side, whole seconds are all there is to compare. */
    private static boolean isRacy(Instant changed, Instant indexWritten) {
        return changed.getNano() == 0
                ? changed.getEpochSecond() >= indexWritten.getEpochSecond()
                : !changed.isBefore(indexWritten);
    }

    private boolean isSymbolicLink() {
        return line.getFileMode().equals(FileMode.SYMLINK);
    }
}
