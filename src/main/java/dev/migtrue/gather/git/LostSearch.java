package dev.migtrue.gather.git;

import dev.migtrue.gather.git.plumbing.ObjectFormat;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Sighting;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Looks through what no reference reaches any more. */
final class LostSearch {

    private final Quarry quarry;
    private final Sieve sieve;
    private final Trail trail;
    private final Budget budget;

    LostSearch(Quarry quarry, Sieve sieve, Trail trail, Budget budget) {
        this.quarry = quarry;
        this.sieve = sieve;
        this.trail = trail;
        this.budget = budget;
    }

    /** Looks at commits and those behind them, as far as these are not behind what is kept, the newest first. */
    void inCommits(Collection<ObjectId> lost, Collection<ObjectId> kept) throws IOException {
        if (trail.isDone()) {
            return;
        }
        try (RevWalk walk = new RevWalk(quarry.repository())) {
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

    /** Looks at what nothing in git refers to, and at texts that were staged and never committed. */
    void inStrayObjects(Search search, Collection<ObjectId> kept) throws IOException {
        if (trail.isDone()) {
            return;
        }
        if (quarry.objects().format() != ObjectFormat.SHA1) {
            trail.limit("lost objects are only looked for where they are named by SHA-1");
            return;
        }
        StrayObjects stray;
        try (ObjectReader reader = quarry.repository().newObjectReader()) {
            stray = StrayObjects.in(quarry.places().objects(), reader, trail);
        }
        inCommits(stray.commits(), kept);
        for (ObjectId blob : trail.isDone() ? List.<ObjectId>of() : stray.blobs()) {
            inBlob(blob, search);
        }
        trail.settle();
    }

    /** A blob has no name, and is a migration only where the text alone tells its id. */
    private void inBlob(ObjectId blob, Search search) {
        Optional<String> text =
                quarry.objects().blob(blob, StrayObjects.LARGEST_TEXT).map(ByteString::of);
        if (trail.open().stream()
                .map(MigrationId::value)
                .map(ByteString::of)
                .noneMatch(id -> text.orElse("").contains(id))) {
            return;
        }
        for (RepoPath folder : search.folders().stream().limit(1).toList()) {
            for (String ending : search.endings()) {
                GitFile file = new GitFile(folder.child(blob.name() + ending), FileMode.REGULAR_FILE, blob);
                for (Sieve.Hit hit : sieve.among(List.of(file))) {
                    Sighting.Place place = new Sighting.InBlob(blob.name());
                    trail.answer(
                            hit.id(),
                            new Sighting(place, folder, hit.migration().checksum()));
                }
            }
        }
    }
}
