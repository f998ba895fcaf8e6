package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Place;
import java.util.List;

/** One step of a body. */
public sealed interface Step {

    Place place();

    record Run(Action action, Place place) implements Step {}

    /** The first branch whose condition holds, or else {@code otherwise}. */
    record Choice(List<Branch> branches, List<Step> otherwise, Place place) implements Step {
        public Choice {
            branches = List.copyOf(branches);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** What is done under a condition; {@code test} is what it asks of tables. */
    record Branch(Clause condition, Query test, List<Step> steps) {
        public Branch {
            steps = List.copyOf(steps);
        }
    }

    /** Steps that are done any number of times; {@code head} says how often. */
    record Loop(Clause head, List<Step> steps, Place place) implements Step {
        public Loop {
            steps = List.copyOf(steps);
        }
    }

    /** A block with handlers of its own. */
    record Inner(Code code, Place place) implements Step {}

    /** What touches no database by itself, such as an assignment, or is not understood. */
    record Other(Clause clause, Place place) implements Step {}
}
