package dev.migtrue.gather.git;

import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.BaseBranch.Obstacle;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Revision;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A repository as it would be without work tree, with a commit that somebody proposes for its HEAD and the branch it is proposed for as its
 * base. Closing it leaves the repository itself open.
 */
public final class Proposal implements Repository {

    private final Repository within;
    private final Revision proposed;
    private final BaseBranch baseBranch;
    private final SequencedMap<Source, Tree> trees;

    private Proposal(Repository within, Revision proposed, Tree files, BaseBranch baseBranch) {
        this.within = within;
        this.proposed = proposed;
        this.baseBranch = baseBranch;
        SequencedMap<Source, Tree> gathered = new LinkedHashMap<>();
        gathered.put(Source.HEAD, files);
        if (baseBranch instanceof BaseBranch.Known known) {
            if (!known.fork().commit().equals(known.tip().commit())) {
                within.tree(known.fork().commit()).ifPresent(tree -> gathered.put(Source.FORK, tree));
            }
            within.tree(known.tip().commit()).ifPresent(tree -> gathered.put(Source.BASE, tree));
        }
        this.trees = Collections.unmodifiableSequencedMap(gathered);
    }

    /**
     * A commit that is to be merged into a branch.
     *
     * @param base the newest commit of that branch; absent where it is not known
     * @return absent when there is no such commit in this clone
     */
    public static Optional<Proposal> forMerge(Repository within, Revision proposed, Optional<Revision> base) {
        BaseBranch branch = base.map(tip -> compared(within, proposed, tip)).orElseGet(BaseBranch::none);
        return within.tree(proposed.commit()).map(files -> new Proposal(within, proposed, files, branch));
    }

    /**
     * A commit that is to take the place of another one as the newest of its branch: all that is there now and not in it is taken away.
     *
     * @return absent when there is no such commit in this clone
     */
    public static Optional<Proposal> asSuccessor(Repository within, Revision proposed, Revision replaced) {
        BaseBranch branch = new BaseBranch.Known(replaced, replaced, "push");
        return within.tree(proposed.commit()).map(files -> new Proposal(within, proposed, files, branch));
    }

    private static BaseBranch compared(Repository within, Revision proposed, Revision tip) {
        return within.mergeBase(proposed.commit(), tip.commit())
                .<BaseBranch>map(fork -> new BaseBranch.Known(tip, new Revision("merge base", fork), "push"))
                .orElseGet(() -> new BaseBranch.NotRead(
                        Obstacle.OUT_OF_REACH,
                        "%s and %s have no commit in common".formatted(proposed.name(), tip.name())));
    }

    /** The files of the commit that is proposed. */
    public Tree files() {
        return trees.firstEntry().getValue();
    }

    @Override
    public SequencedMap<Source, Tree> trees() {
        return trees;
    }

    @Override
    public Optional<Revision> head() {
        return Optional.of(proposed);
    }

    @Override
    public BaseBranch baseBranch() {
        return baseBranch;
    }

    @Override
    public Optional<IgnoreRule> ignoredBy(RepoPath path) {
        return Optional.empty();
    }

    @Override
    public Traces search(Search search) {
        return within.search(search);
    }

    @Override
    public Optional<Path> workTree() {
        return Optional.empty();
    }

    @Override
    public boolean hasCommit(String name) {
        return within.hasCommit(name);
    }

    @Override
    public Optional<Tree> tree(String commit) {
        return within.tree(commit);
    }

    @Override
    public Optional<String> mergeBase(String one, String other) {
        return within.mergeBase(one, other);
    }

    @Override
    public boolean isOnRemote(RepoPath path) {
        return within.isOnRemote(path);
    }

    @Override
    public boolean isUnderway() {
        return false;
    }

    @Override
    public List<String> incoming() {
        return List.of();
    }

    @Override
    public void close() {
        // Who opened the repository closes it.
    }
}
