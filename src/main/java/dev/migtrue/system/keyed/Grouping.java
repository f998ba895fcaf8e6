package dev.migtrue.system.keyed;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.regex.Pattern;

/** Which folders of one tool's migrations belong to one project: have one version table. */
interface Grouping {

    /** Other people's code, copies that a build made, broken ones kept for tests, and what is hidden. */
    Pattern OUTSIDE = Pattern.compile("(?:^|/)(?:node_modules|vendor|testdata|target|\\.[^/]+)/");

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

    /** The files among which migrations are looked for. */
    default SequencedCollection<RepoPath> files(Tree tree) {
        return tree.files();
    }

    /** Whether what lies right in a folder does not count, whatever it is. */
    default boolean isOutside(RepoPath folder) {
        return OUTSIDE.matcher(folder.value() + "/").find();
    }

    /** See {@link dev.migtrue.system.MigrationSystem#telling}. */
    default Set<String> telling(FileNames names) {
        return names.telling();
    }

    /** What speaks for the tool where a folder is found, besides the names of the files there; absent where nothing does. */
    default Optional<String> words() {
        return Optional.empty();
    }

    /** Whether files in folders below a project's folders are its migrations too. */
    boolean isRecursive();
}
