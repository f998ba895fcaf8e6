package dev.migtrue.gather.git;

import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Sighting;
import dev.migtrue.model.Sighting.Removal;
import dev.migtrue.model.Sighting.Replacement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Looks through history, the newest commit first, for the commit that took a file away. What a merge does not take over from one of its sides was
 * mostly taken away on the other side before, so that a merge only counts when no other commit did it.
 */
final class RemovalSearch {

    private final Repository repository;
    private final FolderTrees trees;
    private final Sieve sieve;
    private final Trail trail;
    private final Budget budget;
    private final FormerFolders former;
    private final Map<MigrationId, Sighting> byMerges = new LinkedHashMap<>();

    RemovalSearch(Repository repository, FolderTrees trees, Sieve sieve, Trail trail, Budget budget) {
        this.repository = repository;
        this.trees = trees;
        this.sieve = sieve;
        this.trail = trail;
        this.budget = budget;
        this.former = new FormerFolders(trees, sieve);
    }

    /** Looks at what is reached from some commits and not from others. */
    void between(Collection<ObjectId> starts, Collection<ObjectId> ends) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            Walks.mark(walk, starts, ends);
            for (RevCommit commit = walk.next(); commit != null && !trail.isDone(); commit = walk.next()) {
                if (!budget.allows()) {
                    trail.limit(budget.reason());
                    break;
                }
                visit(walk, commit);
                trail.settle();
            }
        }
        byMerges.forEach((id, sighting) -> {
            if (trail.isOpen(id)) {
                trail.answer(id, sighting);
            }
        });
        byMerges.clear();
        trail.settle();
    }

    private void visit(RevWalk walk, RevCommit commit) throws IOException {
        for (RevCommit parent : commit.getParents()) {
            try {
                walk.parseHeaders(parent);
            } catch (MissingObjectException cut) {
                trail.limit("commit " + parent.name() + " is not in this clone");
                continue;
            }
            if (commit.getParentCount() == 1) {
                former.noteAt(parent, commit);
            }
            compare(walk, parent, commit);
        }
    }

    private void compare(RevWalk walk, RevCommit parent, RevCommit commit) throws IOException {
        List<GitFile> before = new ArrayList<>();
        List<GitFile> after = new ArrayList<>();
        for (RepoPath folder : sieve.folders()) {
            ObjectId was = trees.find(parent.getTree(), folder);
            ObjectId is = trees.find(commit.getTree(), folder);
            if (!was.equals(is) && !FolderTrees.isAbsent(was)) {
                FolderTrees.Change change = trees.change(folder, was, is);
                before.addAll(change.before());
                after.addAll(change.after());
            } else if (!was.equals(is)) {
                after.addAll(trees.files(folder, is));
            }
        }
        if (!before.isEmpty()) {
            judge(walk, parent, commit, before, after);
        }
    }

    private void judge(RevWalk walk, RevCommit parent, RevCommit commit, List<GitFile> before, List<GitFile> after)
            throws IOException {
        List<Sieve.Hit> taken = sieve.among(before).stream()
                .filter(hit -> trail.isOpen(hit.id()))
                .toList();
        if (taken.isEmpty()) {
            return;
        }
        Set<MigrationId> kept = sieve.among(after).stream().map(Sieve.Hit::id).collect(Collectors.toSet());
        List<Sieve.Hit> lost =
                taken.stream().filter(hit -> !kept.contains(hit.id())).toList();
        if (lost.isEmpty()) {
            return;
        }
        walk.parseBody(commit);
        Set<RepoPath> there = after.stream().map(GitFile::path).collect(Collectors.toSet());
        Function<MigrationId, Optional<Replacement>> replacements = replacements(parent, commit);
        for (Sieve.Hit hit : lost) {
            Removal how = commit.getParentCount() > 1
                    ? Removal.LEFT_OUT
                    : there.contains(hit.path()) ? Removal.REWRITTEN : Removal.DELETED;
            note(hit, new Sighting.Removed(how, replacements.apply(hit.id()), References.note(commit), parent.name()));
        }
    }

    /** What a commit put in the place of what it took away. Between the sides of a merge, that cannot be told from the order. */
    private Function<MigrationId, Optional<Replacement>> replacements(RevCommit parent, RevCommit commit)
            throws IOException {
        if (commit.getParentCount() > 1) {
            return id -> Optional.empty();
        }
        Map<RepoPath, GitFile> before = sieve.files(parent.getTree());
        Map<RepoPath, GitFile> after = sieve.files(commit.getTree());
        Map<RepoPath, GitFile> both = new HashMap<>(before);
        both.putAll(after);
        Succession succession = new Succession(sieve.history(before), sieve.history(after), sieve.history(both));
        return id -> succession.to(id).map(claim -> replacement(claim, before));
    }

    private static Replacement replacement(Succession.Claim claim, Map<RepoPath, GitFile> before) {
        return new Replacement(
                claim.by().stream().map(Migration::id).toList(),
                claim.replaced().stream()
                        .flatMap(migration ->
                                Optional.ofNullable(before.get(migration.at().path())).stream())
                        .map(GitFile::path)
                        .distinct()
                        .toList());
    }

    private void note(Sieve.Hit hit, Sighting.Removed removed) {
        if (removed.how() == Removal.LEFT_OUT) {
            byMerges.putIfAbsent(hit.id(), hit.at(removed));
        } else {
            trail.answer(hit.id(), hit.at(removed));
        }
    }
}
