package dev.migtrue.gather.git;

import dev.migtrue.model.Failure;
import dev.migtrue.model.RepoPath;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The line of HEAD's first parents: what the main branch held from day to day. It is walked once, however many files are asked for; a file costs a few
 * looks at trees, and a few more where it was changed.
 */
final class HeadLine {

    /** So many take a small part of a second. */
    static final int MOST_COMMITS = 20_000;

    /** More commits than this that touched one file are not asked for their times. */
    private static final int MOST_CHANGES = 200;

    private final ObjectReader reader;
    private final ObjectStore objects;
    private final FolderTrees trees;
    private final List<Stop> line;

    private record Stop(Instant at, ObjectId commit, ObjectId tree) {}

    private HeadLine(ObjectReader reader, ObjectStore objects, List<Stop> line) {
        this.reader = reader;
        this.objects = objects;
        this.trees = new FolderTrees(reader);
        this.line = List.copyOf(line);
    }

    /** Of files that have another text today those texts that they had during a whole span; one that cannot be known is left out. */
    static Map<Moment, OlderText> past(
            Collection<Moment> moments, ObjectId head, Repository repository, ObjectStore objects) {
        Optional<Instant> earliest = moments.stream().map(Moment::from).min(Instant::compareTo);
        Map<Moment, OlderText> past = new HashMap<>();
        if (earliest.isEmpty()) {
            return past;
        }
        try (ObjectReader reader = repository.newObjectReader()) {
            HeadLine line = new HeadLine(reader, objects, line(reader, head, earliest.get(), new Budget(MOST_COMMITS)));
            for (Moment moment : moments) {
                line.at(moment).ifPresent(text -> past.put(moment, text));
            }
        } catch (IOException | Failure broken) {
            // What is left of a broken history tells nothing for certain.
            past.clear();
        }
        return past;
    }

    /** From HEAD to the newest commit that is not after {@code earliest}, or as far as it is here. */
    private static List<Stop> line(ObjectReader reader, ObjectId head, Instant earliest, Budget budget)
            throws IOException {
        List<Stop> line = new ArrayList<>();
        try (RevWalk walk = new RevWalk(reader)) {
            walk.setRetainBody(false);
            walk.setFirstParent(true);
            walk.markStart(walk.parseCommit(head));
            for (RevCommit commit = walk.next(); commit != null && budget.allows(); commit = walk.next()) {
                Instant at = Instant.ofEpochSecond(commit.getCommitTime());
                line.add(new Stop(at, commit.copy(), commit.getTree().copy()));
                if (!at.isAfter(earliest)) {
                    break;
                }
            }
        }
        return line;
    }

    private Optional<OlderText> at(Moment moment) throws IOException {
        int begin = firstNotAfter(moment.from());
        int end = firstNotAfter(moment.to());
        if (begin == line.size()) {
            return Optional.empty();
        }
        Optional<GitFile> was = file(begin, moment.path());
        Optional<GitFile> is = file(0, moment.path());
        if (was.isEmpty() || is.isEmpty() || isSame(was, is)) {
            return Optional.empty();
        }
        for (int at = end; at < begin; at++) {
            if (!isSame(file(at, moment.path()), was)) {
                return Optional.empty();
            }
        }
        int change = lastChange(end, is, moment.path());
        return isAllAfter(moment, change) ? Optional.of(olderText(was.get(), end, change)) : Optional.empty();
    }

    /** Where the line was at a time, counted from HEAD back; its length where it does not reach back so far. */
    private int firstNotAfter(Instant time) {
        int at = 0;
        while (at < line.size() && line.get(at).at().isAfter(time)) {
            at++;
        }
        return at;
    }

    private Optional<GitFile> file(int at, RepoPath path) throws IOException {
        return trees.file(line.get(at).tree(), path);
    }

    private static boolean isSame(Optional<GitFile> one, Optional<GitFile> other) {
        return one.map(GitFile::blob).equals(other.map(GitFile::blob));
    }

    /** A commit that gave the file today's text, after another one at {@code other}. Halving finds one without looking at all. */
    private int lastChange(int other, Optional<GitFile> today, RepoPath path) throws IOException {
        int same = 0;
        int differs = other;
        while (differs - same > 1) {
            int middle = (same + differs) >>> 1;
            if (isSame(file(middle, path), today)) {
                same = middle;
            } else {
                differs = middle;
            }
        }
        return same;
    }

    /**
     * Whether all that a commit of the line brought to the file was made after a span, on whatever branch: else it may have been run from that branch
     * before it was merged.
     */
    private boolean isAllAfter(Moment moment, int change) throws IOException {
        try (RevWalk walk = new RevWalk(reader)) {
            walk.markStart(walk.parseCommit(line.get(change).commit()));
            if (change + 1 < line.size()) {
                walk.markUninteresting(walk.parseCommit(line.get(change + 1).commit()));
            }
            walk.setTreeFilter(
                    AndTreeFilter.create(PathFilter.create(moment.path().value()), TreeFilter.ANY_DIFF));
            Budget budget = new Budget(MOST_CHANGES);
            for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                PersonIdent author = commit.getAuthorIdent();
                if (!budget.allows()
                        || !author.getWhenAsInstant().isAfter(moment.to())
                        || !Instant.ofEpochSecond(commit.getCommitTime()).isAfter(moment.to())) {
                    return false;
                }
            }
        }
        return true;
    }

    private OlderText olderText(GitFile was, int before, int change) throws IOException {
        try (RevWalk walk = new RevWalk(reader)) {
            RevCommit commit = walk.parseCommit(line.get(change).commit());
            walk.parseBody(commit);
            return new OlderText(objects.text(was), line.get(before).commit().name(), References.note(commit));
        }
    }
}
