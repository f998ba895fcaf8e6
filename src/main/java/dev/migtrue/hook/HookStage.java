package dev.migtrue.hook;

import java.util.Arrays;
import java.util.Optional;

/** A moment at which git calls a hook, and at which migtrue has something to say. */
public enum HookStage {
    /** Before a commit is made: by hand, or to conclude a merge, cherry-pick or revert that had conflicts. */
    PRE_COMMIT("pre-commit", "commit"),
    /** Before a merge without conflicts is committed. */
    PRE_MERGE_COMMIT("pre-merge-commit", "merge"),
    /** Before commits are sent to another repository. Standard input says which. */
    PRE_PUSH("pre-push", "push");

    private final String label;
    private final String act;

    HookStage(String label, String act) {
        this.label = label;
        this.act = act;
    }

    /** The name that git gives it: {@code pre-commit}. */
    public String label() {
        return label;
    }

    /** The git command that it can stop: {@code commit}. */
    public String act() {
        return act;
    }

    /** Whether git writes something to the standard input of this hook. */
    public boolean isFed() {
        return this == PRE_PUSH;
    }

    /** The stage that git calls so; absent when migtrue has nothing to say there. */
    public static Optional<HookStage> named(String label) {
        return Arrays.stream(values())
                .filter(stage -> stage.label.equals(label))
                .findFirst();
    }
}
