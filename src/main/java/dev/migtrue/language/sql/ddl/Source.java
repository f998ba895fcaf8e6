package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Clause;
import java.util.List;

/** Where the rows of an {@code INSERT} come from. */
public sealed interface Source {

    /** Written out, each in parentheses. */
    record Values(List<Clause> rows) implements Source {
        public Values {
            rows = List.copyOf(rows);
        }
    }

    record Rows(Query query) implements Source {}

    /** One row of what the columns have by default. */
    record Defaults() implements Source {}

    /** {@code INSERT … SET a = 1}. */
    record Assigned(List<Assignment> assignments) implements Source {
        public Assigned {
            assignments = List.copyOf(assignments);
        }
    }

    /** What a procedure gives, or a place that is read no further. */
    record Other(Clause clause) implements Source {}
}
