package dev.migtrue.gather;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The files of some folders as a merge of two trees would leave them, by git's own rule: what only one side has changed since they parted is
 * taken from it. That is told from content ids alone; nothing is read. Where both sides have made something else of a file, it depends on
 * its lines what becomes of it, and it is a conflict here whether git could settle it or not; where histories crossed and the places of parting
 * differ in a file, git first merges these, and here that counts as a conflict, too.
 */
final class ThreeWayMerge {

    private final List<Tree> forks;
    private final Tree ours;
    private final Tree theirs;
    private final Set<RepoPath> taken = new HashSet<>();
    private final Set<RepoPath> gone = new HashSet<>();
    private final SortedSet<RepoPath> conflicts = new TreeSet<>();

    /** @param forks where the two parted: several where histories crossed */
    ThreeWayMerge(List<Tree> forks, Tree ours, Tree theirs, Collection<RepoPath> folders) {
        this.forks = List.copyOf(forks);
        this.ours = ours;
        this.theirs = theirs;
        Set<RepoPath> paths = new HashSet<>();
        for (RepoPath folder : folders) {
            paths.addAll(ours.filesUnder(folder));
            paths.addAll(theirs.filesUnder(folder));
        }
        paths.forEach(this::settle);
    }

    private void settle(RepoPath path) {
        Optional<ContentId> our = ours.contentId(path);
        Optional<ContentId> their = theirs.contentId(path);
        if (our.equals(their)) {
            return;
        }
        Set<Optional<ContentId>> old =
                forks.stream().map(fork -> fork.contentId(path)).collect(Collectors.toSet());
        if (old.size() > 1 || !(old.contains(our) || old.contains(their))) {
            conflicts.add(path);
        } else if (old.contains(our)) {
            (their.isPresent() ? taken : gone).add(path);
        }
    }

    /** The files of which it is not known what they would hold, or whether they would be there. */
    SortedSet<RepoPath> conflicts() {
        return conflicts;
    }

    /** What the merge would leave if each conflict were settled by taking our side. */
    Tree preferringOurs() {
        return new PickedTree(ours, theirs, taken, gone);
    }

    /** What the merge would leave if each conflict were settled by taking their side. */
    Tree preferringTheirs() {
        Set<RepoPath> moreTaken = new HashSet<>(taken);
        Set<RepoPath> moreGone = new HashSet<>(gone);
        conflicts.forEach(path -> (theirs.contentId(path).isPresent() ? moreTaken : moreGone).add(path));
        return new PickedTree(ours, theirs, moreTaken, moreGone);
    }
}
