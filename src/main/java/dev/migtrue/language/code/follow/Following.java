package dev.migtrue.language.code.follow;

import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.List;

/** Follows functions that a call hands over, for the library that knows what becomes of them. */
public interface Following {

    /**
     * What a function was found to do for whoever handed values to it.
     *
     * @param outcome what it does to the database, and what it hands back
     * @param said what its statements that stand for themselves brought, in their order
     */
    record Followed(Outcome outcome, List<Said> said) {
        public Followed {
            said = List.copyOf(said);
        }
    }

    /**
     * What a statement brought that nobody takes: {@code t.string("name").unique()}, outermost call first; {@link Chain} takes it apart.
     *
     * @param under what was asked on the way to it, outermost first; empty where it is said in any case
     */
    record Said(Value value, List<Guard> under, Span at) {
        public Said {
            under = List.copyOf(under);
        }
    }

    /** Follows a function with these values in its parameters. What it says is for the caller alone. */
    Followed call(Value.Function function, Arguments arguments);

    /** The same, with values that have no names. */
    default Followed call(Value.Function function, Value... values) {
        return call(function, Arguments.of(values));
    }

    /** Follows a function as if its statements stood where the call does: what it says goes where that of the code around it goes. */
    Outcome inline(Value.Function function, Arguments arguments);

    /** Runs SQL, with values beside it, for what it brings: a query about what is there does nothing, and can be asked. */
    Outcome query(Value sql, Arguments values);

    /** Runs SQL: where it stands in the file, if it does; told as not understood where only the run tells. */
    Operation sql(Value given);
}
