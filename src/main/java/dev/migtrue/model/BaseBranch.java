package dev.migtrue.model;

import java.util.Optional;

/** The branch to be merged into, as far as it could be looked at. It is looked at whole or not at all. */
public sealed interface BaseBranch {

    /**
     * Both its commits are here.
     *
     * @param tip its newest commit
     * @param fork where HEAD's line of commits left it, git's merge base; the tip itself while HEAD has all that base has
     * @param chosenBy what named it, for people: {@code --base}, {@code GITHUB_BASE_REF}, {@code default of origin}
     */
    record Known(Revision tip, Revision fork, String chosenBy) implements BaseBranch {}

    /** It was not looked at; {@code reason} completes "not looked at: …", with the command that would help where there is one. */
    record NotRead(Obstacle obstacle, String reason) implements BaseBranch {}

    /** Why it was not looked at. */
    enum Obstacle {
        /** Nobody named one, and there is no remote whose default it could be. */
        NONE_NAMED,
        /** There is one, but not enough of it is in this clone. */
        OUT_OF_REACH
    }

    /** That nobody named one, and that none was found. */
    static BaseBranch none() {
        return new NotRead(Obstacle.NONE_NAMED, "no base branch was named or found");
    }

    /** Its newest commit; absent when it was not looked at. */
    default Optional<Revision> newest() {
        return this instanceof Known known ? Optional.of(known.tip()) : Optional.empty();
    }
}
