package dev.migtrue.gather.git;

import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.Failure;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Revision;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A git repository, read and never written: the port behind which JGit, plain {@code git} or a test stands. */
public interface Repository extends AutoCloseable {

    /**
     * Opens the repository that {@code git} would find.
     *
     * @param directory where the search starts, upwards
     * @param environment the variables of the process: where {@code git} reads its own, these are looked at
     * @param base the branch to be merged into, by name; absent for the one that CI says, else the remote's default branch
     * @throws UsageException when there is no repository, or the base is not in it
     * @throws Failure when the repository is of a kind that cannot be read, or is broken
     */
    static Repository open(Path directory, Map<String, String> environment, Optional<String> base) {
        return open(directory, environment, BaseWish.of(base));
    }

    /** As the other, where a configuration may name the branch to be merged into as well. */
    static Repository open(Path directory, Map<String, String> environment, BaseWish base) {
        return JGitRepository.open(directory, environment, base);
    }

    /**
     * The tree of each source that can be looked at, in reporting order. HEAD is there even before the first commit,
     * and is empty then; BASE only when the base branch is known, FORK only when that has gone on since HEAD's line
     * left it; working tree and index are not there in a bare repository. Entries of the index that git does not commit
     * (intent-to-add) are not in its tree.
     */
    SequencedMap<Source, Tree> trees();

    /** The commit that HEAD names; absent before the first commit. */
    Optional<Revision> head();

    /** The branch to be merged into. */
    BaseBranch baseBranch();

    /** The newest commit of the branch to be merged into; absent when it could not be looked at. */
    default Optional<Revision> base() {
        return baseBranch().newest();
    }

    /**
     * The trees of all commits where HEAD's line and base parted, git's merge bases: mostly just {@link Source#FORK}, several where histories
     * crossed, none where that is not there.
     */
    default List<Tree> forks() {
        return Optional.ofNullable(trees().get(Source.FORK)).map(List::of).orElseGet(List::of);
    }

    /** What kind of repository it is, and who reads it. */
    default Profile profile() {
        return Profile.PLAIN;
    }

    /** The rule that hides a file of the working tree from git; absent when the file is tracked or not ignored. */
    Optional<IgnoreRule> ignoredBy(RepoPath path);

    /**
     * Where else git, or a work tree of this repository, has or had files that provide certain migrations: branches, tags, stashes, other work
     * trees, the history that is reached from any of these, reflogs. Costs what looking through a whole history costs.
     */
    Traces search(Search search);

    /**
     * Which branches, here or as they were when they were last fetched, have files that provide certain migrations and base does not have in
     * the same place with the same content. Branches that are merged into base or HEAD are left out, and so is HEAD's own line. Asked only
     * where base is known; costs a look at each branch's newest commit.
     */
    default Traces onOtherBranches(Search search) {
        return new Traces(Map.of(), List.of("this way of reading git does not look at them"));
    }

    /**
     * Of files that HEAD has with another text the texts that they had during a whole span of time on the line of HEAD's first parents. What does not
     * stand there, changed within the span, or may have been made before its end on whatever branch, is left out; so is what this clone does not
     * reach back to. Costs one walk down that line as far as the earliest span, and nothing without a moment.
     */
    default Map<Moment, OlderText> past(Collection<Moment> moments) {
        return Map.of();
    }

    /** The top of the work tree; absent in a bare repository. */
    Optional<Path> workTree();

    /** Git's own folder, the one that all work trees share; absent where there is none on disk. */
    default Optional<Path> folder() {
        return Optional.empty();
    }

    /** Whether a name or an id stands for a commit in this clone. */
    boolean hasCommit(String name);

    /** The files of a commit, by name or id; absent when there is none such in this clone. */
    Optional<Tree> tree(String commit);

    /** Where the lines of two commits parted, by id; absent when they have nothing in common, or one of them is not in this clone. */
    Optional<String> mergeBase(String one, String other);

    /** Whether a branch of any remote, as it was when it was last fetched or pushed to, has a file of this path. */
    boolean isOnRemote(RepoPath path);

    /** Whether a merge, cherry-pick, revert or rebase waits to be concluded: what is staged then is not the user's work alone. */
    boolean isUnderway();

    /** The commits that are being merged in, by id; empty unless a merge waits to be concluded. */
    List<String> incoming();

    @Override
    void close();
}
