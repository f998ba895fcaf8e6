package dev.migtrue.language.sql.program;

import dev.migtrue.language.sql.ddl.Code;
import dev.migtrue.language.sql.ddl.Step;
import java.util.List;

/** What stands around a statement and decides whether it is run. */
public sealed interface Around {

    /** A condition of the script that has to hold. */
    record Asked(Step.Branch branch) implements Around {}

    /** Conditions of the script of which none may hold. */
    record Otherwise(List<Step.Branch> branches) implements Around {
        public Otherwise {
            branches = List.copyOf(branches);
        }
    }

    /** A block that has handlers for errors. */
    record Tried(Code code) implements Around {}

    /** A handler: something has gone wrong before. */
    record Handling(Code.Handler handler) implements Around {}

    /** A loop of the script or of the code around it. */
    record Repeated() implements Around {}

    /** What code asks before. */
    record OfCode(Guard guard) implements Around {}

    /** Code that goes on after errors. */
    record Attempted(Operation.Attempt attempt) implements Around {}
}
