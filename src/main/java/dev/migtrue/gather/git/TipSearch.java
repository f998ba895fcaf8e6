package dev.migtrue.gather.git;

import dev.migtrue.gather.git.References.Stash;
import dev.migtrue.gather.git.References.Tip;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Sighting;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Looks for work that is on its way: what branches, tags and stashes have and HEAD never had. */
final class TipSearch {

    private static final int INDEX = 1;
    private static final int UNTRACKED = 2;

    private final Repository repository;
    private final References references;
    private final Sieve sieve;
    private final Trail trail;

    TipSearch(Repository repository, References references, Sieve sieve, Trail trail) {
        this.repository = repository;
        this.references = references;
        this.sieve = sieve;
        this.trail = trail;
    }

    void atTips(List<Tip> tips) throws IOException {
        for (Tip tip : tips) {
            for (Sieve.Hit hit : openIn(tip.commit())) {
                see(tip, hit);
            }
        }
        trail.settle();
    }

    private List<Sieve.Hit> openIn(ObjectId commit) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return sieve.in(walk.parseCommit(commit).getTree()).stream()
                    .filter(hit -> trail.isOpen(hit.id()))
                    .toList();
        }
    }

    private void see(Tip tip, Sieve.Hit hit) throws IOException {
        String name = references.shown(tip);
        try (RevWalk walk = new RevWalk(repository)) {
            Optional<RevCommit> origin = origin(walk, tip.commit(), hit.id());
            RevCommit told = origin.isPresent() ? origin.get() : walk.parseCommit(tip.commit());
            walk.parseBody(told);
            Sighting sighting = hit.at(new Sighting.OnReference(tip.kind(), name, References.note(told)));
            if (origin.isPresent()) {
                trail.answer(hit.id(), sighting);
            } else {
                trail.remark(hit.id(), sighting);
            }
        }
    }

    /** The newest commit since the parting from HEAD that brought a migration in; absent when it is older, so that HEAD had it once. */
    private Optional<RevCommit> origin(RevWalk walk, ObjectId tip, MigrationId id) throws IOException {
        walk.markStart(walk.parseCommit(tip));
        Optional<ObjectId> head = references.head();
        if (head.isPresent()) {
            walk.markUninteresting(walk.parseCommit(head.get()));
        }
        for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
            if (isIn(commit, id) && !isInParent(walk, commit, id)) {
                return Optional.of(commit);
            }
        }
        return Optional.empty();
    }

    private boolean isInParent(RevWalk walk, RevCommit commit, MigrationId id) throws IOException {
        for (RevCommit parent : commit.getParents()) {
            walk.parseHeaders(parent);
            if (isIn(parent, id)) {
                return true;
            }
        }
        return false;
    }

    private boolean isIn(RevCommit commit, MigrationId id) throws IOException {
        return sieve.in(commit.getTree()).stream().anyMatch(hit -> hit.id().equals(id));
    }

    /** A stash counts for what it added to the commit it was made on. */
    void inStashes(List<Stash> stashes) throws IOException {
        for (Stash stash : stashes) {
            try (RevWalk walk = new RevWalk(repository)) {
                RevCommit work = walk.parseCommit(stash.commit());
                see(stash.name(), work, work, walk);
                if (work.getParentCount() > INDEX) {
                    see(stash.name() + "^2", work, walk.parseCommit(work.getParent(INDEX)), walk);
                }
                if (work.getParentCount() > UNTRACKED) {
                    see(stash.name() + "^3", work, walk.parseCommit(work.getParent(UNTRACKED)), walk);
                }
            } catch (MissingObjectException cleared) {
                trail.limit(stash.name() + " is not whole");
            }
        }
    }

    private void see(String name, RevCommit stash, RevCommit part, RevWalk walk) throws IOException {
        RevCommit madeOn = walk.parseCommit(stash.getParent(0));
        for (Sieve.Hit hit : sieve.in(part.getTree())) {
            if (trail.isOpen(hit.id()) && !isIn(madeOn, hit.id())) {
                walk.parseBody(stash);
                trail.answer(hit.id(), hit.at(new Sighting.InStash(name, References.note(stash))));
            }
        }
        trail.settle();
    }
}
