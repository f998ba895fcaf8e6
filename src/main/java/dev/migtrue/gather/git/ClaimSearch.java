package dev.migtrue.gather.git;

import dev.migtrue.gather.git.References.Tip;
import dev.migtrue.model.Failure;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Sighting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Looks for unmerged branches that have certain migrations too. Of each branch only the newest commit is looked at, of that only what lies in
 * the folders of the migrations, and of these only what base has not; whether it is merged is asked of those few where something was found.
 */
final class ClaimSearch {

    /** So many take a small part of a second. Who has more has mostly forgotten the older ones. */
    static final int MOST_BRANCHES = 500;

    private final Repository repository;
    private final References references;
    private final Search search;
    private final ObjectId head;
    private final ObjectId base;
    private final int most;
    private final Trail trail;

    /** A branch that may be looked at, with its commit's headers. */
    private record Branch(Tip tip, RevCommit commit) {}

    private record Place(RepoPath folder, ObjectId tree) {}

    ClaimSearch(Repository repository, Search search, ObjectId head, ObjectId base, int most) {
        this.repository = repository;
        this.references = new References(repository);
        this.search = search;
        this.head = head;
        this.base = base;
        this.most = most;
        this.trail = new Trail(search.ids());
    }

    Traces run(ObjectStore objects, Readings readings) {
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk walk = new RevWalk(reader)) {
            FolderTrees trees = new FolderTrees(reader);
            look(newest(walk), trees, new Sieve(search, objects, readings, trees), walk);
        } catch (IOException | Failure broken) {
            trail.limit(String.valueOf(broken.getMessage()));
        }
        return trail.traces();
    }

    private List<Branch> newest(RevWalk walk) throws IOException {
        List<Branch> branches = new ArrayList<>();
        for (Tip tip : references.othersBranches()) {
            find(walk, tip).ifPresent(branches::add);
        }
        branches.sort(Comparator.comparing((Branch branch) -> branch.commit().getCommitTime())
                .reversed());
        if (branches.size() <= most) {
            return branches;
        }
        trail.limit("of %,d, only the %,d that were committed to last were looked at".formatted(branches.size(), most));
        return branches.subList(0, most);
    }

    /** Of a partial or broken clone some may be missing, and the others are worth looking at all the same. */
    private Optional<Branch> find(RevWalk walk, Tip tip) throws IOException {
        try {
            return Optional.of(new Branch(tip, walk.parseCommit(tip.commit())));
        } catch (MissingObjectException missing) {
            trail.limit(tip.name() + " is not whole");
            return Optional.empty();
        }
    }

    private void look(List<Branch> branches, FolderTrees trees, Sieve sieve, RevWalk walk) throws IOException {
        ObjectId onBase = walk.parseCommit(base).getTree();
        Map<Place, List<Sieve.Hit>> known = new HashMap<>();
        for (Branch branch : branches) {
            List<Sieve.Hit> hits = new ArrayList<>();
            for (RepoPath folder : search.folders()) {
                Place place = new Place(folder, trees.find(branch.commit().getTree(), folder));
                List<Sieve.Hit> held = known.get(place);
                if (held == null) {
                    ObjectId before = trees.find(onBase, folder);
                    held = before.equals(place.tree())
                            ? List.of()
                            : sieve.among(
                                    trees.change(folder, before, place.tree()).after());
                    known.put(place, held);
                }
                hits.addAll(held);
            }
            if (!hits.isEmpty() && isOthersWork(branch.tip().commit())) {
                see(branch, hits);
            }
        }
    }

    /** Neither merged already nor a branch that goes on from what was committed here. While nothing was, all start from HEAD. */
    private boolean isOthersWork(ObjectId tip) throws IOException {
        return !isIn(tip, base) && !isIn(tip, head) && (isIn(head, base) || !isIn(head, tip));
    }

    private boolean isIn(ObjectId earlier, ObjectId later) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(walk.parseCommit(earlier), walk.parseCommit(later));
        }
    }

    private void see(Branch branch, List<Sieve.Hit> hits) throws IOException {
        Tip tip = branch.tip();
        String name = references.shown(tip);
        for (Sieve.Hit hit : hits) {
            try (RevWalk walk = new RevWalk(repository)) {
                RevCommit last = lastChange(walk, tip.commit(), hit.path());
                walk.parseBody(last);
                trail.answer(hit.id(), hit.at(new Sighting.OnReference(tip.kind(), name, References.note(last))));
            }
        }
    }

    /** The newest commit of a branch that changed a file. */
    private RevCommit lastChange(RevWalk walk, ObjectId tip, RepoPath path) throws IOException {
        RevCommit start = walk.parseCommit(tip);
        walk.markStart(start);
        walk.markUninteresting(walk.parseCommit(base));
        walk.setTreeFilter(AndTreeFilter.create(PathFilter.create(path.value()), TreeFilter.ANY_DIFF));
        return Optional.ofNullable(walk.next()).orElse(start);
    }
}
