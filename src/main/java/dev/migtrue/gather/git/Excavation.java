package dev.migtrue.gather.git;

import dev.migtrue.gather.git.References.Tip;
import dev.migtrue.model.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * One search through everything that a repository keeps, from what is cheap to look at and likely to what is neither: work on its way, then the
 * past of HEAD, then everybody's past, then what only reflogs and the like know. It ends as soon as every file was found.
 */
final class Excavation {

    /** A search through so many commits takes some ten seconds. */
    static final int MOST_COMMITS = 250_000;

    private final Quarry quarry;
    private final References references;
    private final Search search;
    private final Trail trail;
    private final Sieve sieve;
    private final TipSearch tipSearch;
    private final RemovalSearch removals;
    private final LostSearch lostSearch;

    private Excavation(Quarry quarry, Search search, Sieve sieve, FolderTrees trees, Budget budget) {
        Repository repository = quarry.repository();
        this.quarry = quarry;
        this.references = new References(repository);
        this.search = search;
        this.trail = new Trail(search.ids());
        this.sieve = sieve;
        this.tipSearch = new TipSearch(repository, references, sieve, trail);
        this.removals = new RemovalSearch(repository, trees, sieve, trail, budget);
        this.lostSearch = new LostSearch(quarry, sieve, trail, budget);
    }

    static Traces of(Search search, Quarry quarry, Budget budget) {
        try (ObjectReader reader = quarry.repository().newObjectReader()) {
            FolderTrees trees = new FolderTrees(reader);
            Sieve sieve = new Sieve(search, quarry.objects(), quarry.readings(), trees);
            return new Excavation(quarry, search, sieve, trees, budget).run();
        }
    }

    private Traces run() {
        try {
            if (!quarry.repository().getObjectDatabase().getShallowCommits().isEmpty()) {
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
        List<Tip> heads = quarry.otherWorkTrees().search(search, trail);
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
        Set<ObjectId> lost = new LinkedHashSet<>(references.logged());
        lost.addAll(quarry.otherWorkTrees().mentioned());
        references.stashes().forEach(stash -> lost.add(stash.commit()));
        lostSearch.inCommits(lost, kept);
        if (search.depth() == Search.Depth.LOST_AND_FOUND) {
            lostSearch.inStrayObjects(search, kept);
        }
    }
}
