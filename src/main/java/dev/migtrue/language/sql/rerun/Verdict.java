package dev.migtrue.language.sql.rerun;

import dev.migtrue.model.Span;
import java.util.List;

/** What becomes of a database when a script runs on it once more. */
public sealed interface Verdict {

    /**
     * All is as it was, apart from what others put there in between.
     *
     * @param emptied the tables that are dropped, truncated or cleared on the way, and with them the rows of others
     */
    record Repeats(List<String> emptied) implements Verdict {
        public Repeats {
            emptied = List.copyOf(emptied);
        }
    }

    /**
     * A statement is refused; what fails behind it is its consequence.
     *
     * @param statement how many were run before it
     * @param at where it stands in the migration's file
     * @param code as the database numbers the error; empty where nobody knows
     */
    record Fails(int statement, Span at, String code, String message) implements Verdict {}

    /** All goes well, and something is other than after the first run. */
    record Mutates(List<Difference> differences, List<String> emptied) implements Verdict {
        public Mutates {
            differences = List.copyOf(differences);
            emptied = List.copyOf(emptied);
        }

        /** Whether something is gone that the second run does not bring back. */
        public boolean isDestructive() {
            return differences.stream().anyMatch(Difference::isLoss);
        }
    }

    /** The first run is refused already. */
    record NeverRuns(int statement, Span at, String code, String message) implements Verdict {}

    /** What nobody can know from the text. */
    record Unsure(List<String> reasons) implements Verdict {
        public Unsure {
            reasons = List.copyOf(reasons);
        }
    }
}
