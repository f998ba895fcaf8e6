package dev.migtrue.system.keyed;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.SequencedCollection;

/** Which folders of one tool's migrations belong to one project: have one version table. */
interface Grouping {

    /** One project. */
    record Group(RepoPath root, List<RepoPath> folders) {

        public Group {
            folders = List.copyOf(folders);
        }
    }

    /**
     * The projects that folders make, in the order of their roots.
     *
     * @param folders all folders that hold a migration right in them, sorted
     */
    List<Group> groups(SequencedCollection<RepoPath> folders, Tree tree);

    /** Whether files in folders below a project's folders are its migrations too. */
    boolean isRecursive();
}
