package dev.migtrue.system.keyed;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.TreeSet;

/** Folders that a project names are one project, wherever they lie. */
record GivenFolders(RepoPath root, List<RepoPath> named) implements Grouping {

    GivenFolders {
        named = List.copyOf(named);
    }

    @Override
    public SequencedCollection<RepoPath> files(Tree tree) {
        TreeSet<RepoPath> files = new TreeSet<>();
        named.forEach(folder -> files.addAll(tree.filesUnder(folder)));
        return files;
    }

    @Override
    public boolean isOutside(RepoPath folder) {
        return !named.contains(folder);
    }

    @Override
    public List<Group> groups(SequencedCollection<RepoPath> folders, Tree tree) {
        return folders.isEmpty() ? List.of() : List.of(new Group(root, named));
    }

    @Override
    public boolean isRecursive() {
        return false;
    }

    /** What is in the folders is looked into, whatever its name; nothing elsewhere counts. */
    @Override
    public Set<String> telling(FileNames names) {
        return Set.of();
    }
}
