package dev.migtrue.gather;

import dev.migtrue.model.RepoPath;
import java.util.Set;

/** Of which migrations the content is to be looked at. */
public sealed interface ReviewSet {

    /** Of none. */
    record Nothing() implements ReviewSet {}

    /**
     * Of what base neither has nor had when HEAD's line left it, committed or not. Where base is not known, of all but what is committed and
     * applied to a database that was read.
     */
    record Fresh() implements ReviewSet {}

    /** Of what a commit now would add or change. */
    record Staged() implements ReviewSet {}

    /** Of what was not there where HEAD's line and that of a commit parted, committed or not. */
    record Since(String commit) implements ReviewSet {}

    /** Of all. */
    record Everything() implements ReviewSet {}

    /** Of what another set holds, and of what stands in these files. */
    record With(ReviewSet others, Set<RepoPath> files) implements ReviewSet {
        public With {
            files = Set.copyOf(files);
        }
    }
}
