package dev.migtrue.gather.git;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The ends of walks through history. */
final class Walks {

    private Walks() {}

    /** Makes a walk go from some commits to where others begin. Commits that were cleared away are passed over. */
    static void mark(RevWalk walk, Collection<ObjectId> starts, Collection<ObjectId> ends) throws IOException {
        for (ObjectId start : starts) {
            Optional<RevCommit> commit = find(walk, start);
            if (commit.isPresent()) {
                walk.markStart(commit.get());
            }
        }
        for (ObjectId end : ends) {
            Optional<RevCommit> commit = find(walk, end);
            if (commit.isPresent()) {
                walk.markUninteresting(commit.get());
            }
        }
    }

    private static Optional<RevCommit> find(RevWalk walk, ObjectId id) throws IOException {
        try {
            return Optional.of(walk.parseCommit(id));
        } catch (MissingObjectException | IncorrectObjectTypeException gone) {
            return Optional.empty();
        }
    }
}
