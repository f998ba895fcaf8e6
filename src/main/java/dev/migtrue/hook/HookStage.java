package dev.migtrue.hook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A moment at which git calls a hook, and at which migtrue has something to say. */
public enum HookStage {
    /** Before a commit is made: by hand, or to conclude a merge, cherry-pick or revert that had conflicts. */
    PRE_COMMIT("pre-commit", "commit", Side.CLIENT, Say.STOPS),
    /** Before a merge without conflicts is committed. */
    PRE_MERGE_COMMIT("pre-merge-commit", "merge", Side.CLIENT, Say.STOPS),
    /** Before commits are sent to another repository. Standard input says which. */
    PRE_PUSH("pre-push", "push", Side.CLIENT, Say.STOPS),
    /** After another branch, or commit, was checked out. */
    POST_CHECKOUT("post-checkout", "checkout", Side.CLIENT, Say.ADVISES),
    /** After a merge, also the one that ends a pull. */
    POST_MERGE("post-merge", "merge", Side.CLIENT, Say.ADVISES),
    /** After a rebase or an amended commit. Standard input says what became of each commit. */
    POST_REWRITE("post-rewrite", "rebase", Side.CLIENT, Say.ADVISES),
    /** In the repository that is pushed to, before anything of a push is taken over. Standard input says what would be. */
    PRE_RECEIVE("pre-receive", "push", Side.SERVER, Say.STOPS);

    /** Which of two repositories calls a hook. */
    public enum Side {
        /** The one with a work tree. */
        CLIENT,
        /** The bare one that is pushed to. */
        SERVER
    }

    private enum Say {
        STOPS,
        ADVISES
    }

    private final String label;
    private final String act;
    private final Side side;
    private final Say say;

    HookStage(String label, String act, Side side, Say say) {
        this.label = label;
        this.act = act;
        this.side = side;
        this.say = say;
    }

    /** The name that git gives it: {@code pre-commit}. */
    public String label() {
        return label;
    }

    /** The git command that it can stop, or comes after: {@code commit}. */
    public String act() {
        return act;
    }

    /** Which repository calls it. */
    public Side side() {
        return side;
    }

    /** Whether git writes something to the standard input of this hook. */
    public boolean isFed() {
        return this == PRE_PUSH || this == POST_REWRITE || this == PRE_RECEIVE;
    }

    /** Whether it comes too late to stop anything, and so must never fail: git would tell that its own command has. */
    public boolean isAdvice() {
        return say == Say.ADVISES;
    }

    /** All stages of one side, in the order in which they are told. */
    public static List<HookStage> of(Side side) {
        return Arrays.stream(values()).filter(stage -> stage.side == side).toList();
    }

    /** What is installed where no stage is named: what can stop a mistake. */
    public static List<HookStage> usual(Side side) {
        return of(side).stream().filter(stage -> !stage.isAdvice()).toList();
    }

    /** The stage that git calls so; absent when migtrue has nothing to say there. */
    public static Optional<HookStage> named(String label) {
        return Arrays.stream(values())
                .filter(stage -> stage.label.equals(label))
                .findFirst();
    }
}
