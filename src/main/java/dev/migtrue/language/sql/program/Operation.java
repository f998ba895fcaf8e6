package dev.migtrue.language.sql.program;

import dev.migtrue.language.sql.Place;
import dev.migtrue.model.Span;
import java.util.List;

/** One step of a migration. */
public sealed interface Operation {

    /** SQL that stands in the migration's file: any number of statements. */
    record Written(String file, Place place) implements Operation {}

    /**
     * SQL that code runs, or that does what a call in code does: any number of statements.
     *
     * @param at the call in the migration's file
     */
    record Called(String sql, Span at) implements Operation {}

    /** What is done as a guard says. */
    record Guarded(Guard guard, List<Operation> then, List<Operation> otherwise, Span at) implements Operation {
        public Guarded {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /**
     * What is done until a database refuses something; then {@code handler} is done.
     *
     * @param caught which refusals are caught
     */
    record Attempt(List<Operation> tried, Caught caught, List<Operation> handler, Span at) implements Operation {
        public Attempt {
            tried = List.copyOf(tried);
            handler = List.copyOf(handler);
        }
    }

    /** What is undone as a whole where one part of it is refused, and nothing else with it. */
    record Nested(List<Operation> operations, Span at) implements Operation {
        public Nested {
            operations = List.copyOf(operations);
        }
    }

    /** What is done any number of times. */
    record Repeated(List<Operation> operations, Span at) implements Operation {
        public Repeated {
            operations = List.copyOf(operations);
        }
    }

    /** The end of the migration, before its last step. */
    record Leave(Span at) implements Operation {}

    /** What nobody here understands: it may do anything. */
    record Unrecognized(String what, Span at) implements Operation {}
}
