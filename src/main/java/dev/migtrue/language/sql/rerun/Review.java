package dev.migtrue.language.sql.rerun;

import java.util.List;
import java.util.Optional;

/**
 * What is to be said of a program's second run.
 *
 * @param causes in the order in which they stand in the file; none where nobody knows what becomes of it
 * @param stop where a run may stop so that it cannot be taken up again; absent where it always can, or nobody knows
 */
public record Review(Verdict verdict, List<Cause> causes, Optional<Stop> stop) {

    public Review {
        causes = List.copyOf(causes);
    }

    static Review of(Verdict verdict) {
        return new Review(verdict, List.of(), Optional.empty());
    }

    Review with(Optional<Stop> found) {
        return new Review(verdict, causes, found);
    }
}
