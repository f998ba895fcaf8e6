package dev.migtrue.system.keyed;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;

/**
 * Every folder is a project of its own.
 *
 * @param usual where the tool looks by default, seen from the root of a project: a folder elsewhere is itself the root
 */
record EachFolder(String usual) implements Grouping {

    @Override
    public List<Group> groups(SequencedCollection<RepoPath> folders, Tree tree) {
        return folders.stream()
                .map(folder -> new Group(root(folder), List.of(folder)))
                .toList();
    }

    @Override
    public boolean isRecursive() {
        return false;
    }

    private RepoPath root(RepoPath folder) {
        if (folder.value().equals(usual)) {
            return RepoPath.TOP;
        }
        return Optional.of(folder.value())
                .filter(path -> path.endsWith("/" + usual))
                .map(path -> new RepoPath(path.substring(0, path.length() - usual.length() - 1)))
                .orElse(folder);
    }
}
