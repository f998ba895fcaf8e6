package dev.migtrue.facts;

import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What other branches mean for a project.
 *
 * @param base the branch to be merged into
 * @param merges for each source by which the order of migrations is judged, what its merge into base would leave; a source that has nothing to
 *     merge has no key, and neither has any where nobody looked ahead
 * @param claims who else adds what is new here
 */
public record Branches(BaseBranch base, SequencedMap<Source, MergeResult> merges, Claims claims) {

    public Branches {
        merges = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(merges));
    }

    /** What is known of a base branch whose future nobody looked at. */
    public static Branches of(BaseBranch base) {
        return new Branches(base, new LinkedHashMap<>(), Claims.NONE);
    }
}
