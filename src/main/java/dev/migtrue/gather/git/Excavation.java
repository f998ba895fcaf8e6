package dev.migtrue.gather.git;

import dev.migtrue.gather.git.References.Tip;
import dev.migtrue.model.Failure;
import dev.migtrue.model.Sighting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * One search through everything that a repository keeps, from what is cheap to look at and likely to what is neither: work on its way, then the
 * past of HEAD, then everybody's past, then what only reflogs and the like know. It ends as soon as every file was found.
 */
final class Excavation {

    /** A search through so many commits takes some ten seconds. */
    static final int MOST_COMMITS = 250_000;

    private final Repository repository;
    private final References references;
    private final OtherWorkTrees otherWorkTrees;
    private final Search search;
    private final Trail trail;
    private final Sieve sieve;
    private final TipSearch tipSearch;
    private final RemovalSearch removals;
    private final Budget budget;

    private Excavation(
            Repository repository,
            OtherWorkTrees otherWorkTrees,
            Search search,
            Sieve sieve,
            FolderTrees trees,
            Budget budget) {
        this.repository = repository;
        this.references = new References(repository);
        this.otherWorkTrees = otherWorkTrees;
        this.search = search;
        this.trail = new Trail(search.ids());
        this.sieve = sieve;
        this.budget = budget;
        this.tipSearch = new TipSearch(repository, references, sieve, trail);
        this.removals = new RemovalSearch(repository, trees, sieve, trail, budget);
    }

    static Traces of(
            Search search,
            Repository repository,
            OtherWorkTrees otherWorkTrees,
            ObjectStore objects,
            Readings readings,
            Budget budget) {
        try (ObjectReader reader = repository.newObjectReader()) {
            FolderTrees trees = new FolderTrees(reader);
            Sieve sieve = new Sieve(search, objects, readings, trees);
            return new Excavation(repository, otherWorkTrees, search, sieve, trees, budget).run();
        }
    }

    private Traces run() {
        try {
            if (!repository.getObjectDatabase().getShallowCommits().isEmpty()) {
                trail.limit("this clone is shallow");
            }
            dig();
        } catch (IOException | Failure broken) {
            trail.limit(String.valueOf(broken.getMessage()));
        }
        return trail.traces();
    }

    private void dig() throws IOException {
        List<Tip> tips = new ArrayList<>(references.tips());
        tipSearch.atTips(tips);
        List<Tip> heads = otherWorkTrees.search(search, trail);
        tipSearch.atTips(heads);
        tipSearch.inStashes(references.stashes());
        tips.addAll(heads);

        List<ObjectId> kept = tips.stream().map(Tip::commit).toList();
        List<ObjectId> head = references.head().stream().toList();
        Set<?> foldersToday = sieve.folders();
        removals.between(head, List.of());
        if (!sieve.folders().equals(foldersToday)) {
            tipSearch.atTips(tips);
            tipSearch.inStashes(references.stashes());
        }
        removals.between(kept, head);
        List<ObjectId> all = new ArrayList<>(kept);
        all.addAll(head);
        inLostCommits(all);
    }

    private void inLostCommits(List<ObjectId> kept) throws IOException {
        if (trail.isDone()) {
            return;
        }
        Set<ObjectId> lost = new LinkedHashSet<>(references.logged());
        lost.addAll(otherWorkTrees.mentioned());
        references.stashes().forEach(stash -> lost.add(stash.commit()));
        try (RevWalk walk = new RevWalk(repository)) {
            Walks.mark(walk, lost, kept);
            for (RevCommit commit = walk.next(); commit != null && !trail.isDone(); commit = walk.next()) {
                if (!budget.allows()) {
                    trail.limit(budget.reason());
                    return;
                }
                for (Sieve.Hit hit : sieve.in(commit.getTree())) {
                    if (trail.isOpen(hit.id())) {
                        trail.answer(hit.id(), hit.at(new Sighting.Unreferenced(References.note(commit))));
                    }
                }
                trail.settle();
            }
        }
    }
}
