package dev.migtrue.gather.git;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.RepoPath;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/** A file as git keeps it in an index or a commit. */
record GitFile(RepoPath path, FileMode mode, ObjectId blob) {

    ContentId content() {
        return new ContentId(blob.name());
    }

    boolean isSymbolicLink() {
        return mode.equals(FileMode.SYMLINK);
    }

    /** Whether it is no file at all, but the place of another repository. */
    boolean isSubmodule() {
        return mode.equals(FileMode.GITLINK);
    }
}
