package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.guarded.GuardedForm;
import dev.migtrue.model.Span;
import java.util.List;

/**
 * Why a second run does not end as the first did, told once for all that follows from it.
 *
 * @param at the statement in the migration's file, or the call that runs it
 * @param object what it is about, as the database calls it; empty where it is about none
 * @param detail what happens there, in words that may follow a colon: lower case, no full stop
 * @param forms how the statement can be written so that a second run goes through it, the best first
 */
public record Cause(Kind kind, Span at, String object, String detail, List<GuardedForm> forms) {

    public Cause {
        forms = List.copyOf(forms);
    }

    /** What is wrong, one for each rule that tells of it. */
    public enum Kind {
        /** The second run is refused. */
        REFUSED,
        /** It is refused because it reads what the same program drops later. */
        SOURCE_DROPPED,
        /** Something is other than before, in a way that has no kind of its own. */
        CHANGED,
        /** Rows or values are gone that nothing brings back. */
        DESTROYED,
        /** An object without a name comes once more. */
        UNNAMED,
        INSERTED_AGAIN,
        COPIED_AGAIN,
        /** Rows come again in spite of a clause that should keep them out. */
        CONFLICT_UNMET,
        /** An upsert makes its value from the one that is stored. */
        STORED_VALUE_READ,
        UPDATED_AGAIN,
        /** Other rows are taken each time. */
        NEXT_ROWS_TAKEN,
        /** The values of a column are converted once more. */
        CONVERTED_AGAIN,
        COUNTER_MOVED,
        /** A table is dropped and made anew, and what others wrote into it meanwhile is gone. */
        ROWS_OF_OTHERS_LOST,
        GRANTS_LOST,
        DEPENDENTS_LOST
    }
}
