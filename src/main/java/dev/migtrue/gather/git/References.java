package dev.migtrue.gather.git;

import dev.migtrue.model.Commit;
import dev.migtrue.model.Sighting.ReferenceKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.ReflogEntry;
import org.eclipse.jgit.lib.ReflogReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;

/** What the references and reflogs of a repository keep: the commits from which everything else is reached. */
final class References {

    private final Repository repository;

    References(Repository repository) {
        this.repository = repository;
    }

    /** The commit that a reference keeps. */
    record Tip(ReferenceKind kind, String name, ObjectId commit) {}

    /** A stash by the name that git has for it. */
    record Stash(String name, ObjectId commit) {}

    Optional<ObjectId> head() throws IOException {
        return Optional.ofNullable(repository.exactRef(Constants.HEAD))
                .flatMap(head -> Optional.ofNullable(head.getObjectId()));
    }

    /** Branches, tags and whatever else keeps a commit, in order of preference; of those that keep the same one, the first. Stashes are not among them. */
    List<Tip> tips() throws IOException {
        return tips(Constants.R_REFS);
    }

    /** The branches, here and of remotes, that are not the one that HEAD is on, under whatever remote's name. In order and choice as {@link #tips}. */
    List<Tip> othersBranches() throws IOException {
        Set<String> own = ownBranches();
        return tips(Constants.R_HEADS, Constants.R_REMOTES).stream()
                .filter(tip -> !own.contains(tip.name()))
                .toList();
    }

    /** The branch that HEAD is on, what it is pushed to, and what is called the same on any remote. */
    private Set<String> ownBranches() throws IOException {
        String full = repository.getFullBranch();
        if (full == null || !full.startsWith(Constants.R_HEADS)) {
            return Set.of();
        }
        String branch = Repository.shortenRefName(full);
        Set<String> own = new HashSet<>(Set.of(full));
        Optional.ofNullable(new BranchConfig(repository.getConfig(), branch).getTrackingBranch())
                .ifPresent(own::add);
        repository.getRemoteNames().forEach(remote -> own.add(Constants.R_REMOTES + remote + "/" + branch));
        return own;
    }

    private List<Tip> tips(String... prefixes) throws IOException {
        List<Tip> all = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            for (Ref reference : repository.getRefDatabase().getRefsByPrefix(prefixes)) {
                if (!reference.isSymbolic() && !reference.getName().equals(Constants.R_STASH)) {
                    commit(reference, walk)
                            .ifPresent(commit -> all.add(new Tip(kind(reference), reference.getName(), commit)));
                }
            }
        }
        all.sort(Comparator.comparing(Tip::kind).thenComparing(Tip::name));
        SequencedMap<ObjectId, Tip> first = new LinkedHashMap<>();
        all.forEach(tip -> first.putIfAbsent(tip.commit(), tip));
        return List.copyOf(first.values());
    }

    /** The short name of a reference where git takes it for no other one, else the full name. */
    String shown(Tip tip) throws IOException {
        String name = Repository.shortenRefName(tip.name());
        return tip.commit().equals(repository.resolve(name + "^{commit}")) ? name : tip.name();
    }

    /** The newest stash first. */
    List<Stash> stashes() throws IOException {
        List<Stash> stashes = new ArrayList<>();
        for (ReflogEntry entry : log(Constants.R_STASH)) {
            stashes.add(new Stash("stash@{" + stashes.size() + "}", entry.getNewId()));
        }
        return stashes;
    }

    /** Every commit that HEAD or a branch was at, the newest of each log first. Some may have been cleared away since. */
    SequencedSet<ObjectId> logged() throws IOException {
        SequencedSet<ObjectId> commits = new LinkedHashSet<>();
        List<String> names = new ArrayList<>(List.of(Constants.HEAD));
        repository
                .getRefDatabase()
                .getRefsByPrefix(Constants.R_HEADS, Constants.R_REMOTES)
                .forEach(ref -> names.add(ref.getName()));
        for (String name : names) {
            for (ReflogEntry entry : log(name)) {
                commits.add(entry.getNewId().copy());
                commits.add(entry.getOldId().copy());
            }
        }
        commits.remove(ObjectId.zeroId());
        return commits;
    }

    private List<ReflogEntry> log(String name) throws IOException {
        Ref reference = repository.exactRef(name);
        if (reference == null) {
            return List.of();
        }
        ReflogReader reader = repository.getRefDatabase().getReflogReader(reference);
        return reader == null ? List.of() : reader.getReverseEntries();
    }

    private static Optional<ObjectId> commit(Ref reference, RevWalk walk) throws IOException {
        if (reference.getObjectId() == null) {
            return Optional.empty();
        }
        try {
            RevObject kept = walk.peel(walk.parseAny(reference.getObjectId()));
            return kept instanceof RevCommit commit ? Optional.of(commit.getId().copy()) : Optional.empty();
        } catch (MissingObjectException | IncorrectObjectTypeException none) {
            return Optional.empty();
        }
    }

    private static ReferenceKind kind(Ref reference) {
        String name = reference.getName();
        if (name.startsWith(Constants.R_HEADS)) {
            return ReferenceKind.BRANCH;
        }
        if (name.startsWith(Constants.R_REMOTES)) {
            return ReferenceKind.REMOTE_BRANCH;
        }
        return name.startsWith(Constants.R_TAGS) ? ReferenceKind.TAG : ReferenceKind.OTHER;
    }

    /** What people want to know of a commit; its body must have been read. */
    static Commit note(RevCommit commit) {
        PersonIdent author = commit.getAuthorIdent();
        return new Commit(
                commit.name(),
                author.getName(),
                author.getWhenAsInstant().atZone(author.getZoneId()).toOffsetDateTime(),
                commit.getShortMessage());
    }
}
