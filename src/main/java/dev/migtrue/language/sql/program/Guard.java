package dev.migtrue.language.sql.program;

import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.List;
import java.util.Optional;

/** What code asks of a database before it does something. */
public sealed interface Guard {

    /**
     * Whether an object is there.
     *
     * @param name as the code gives it; a schema before it stands with a dot between
     * @param on the table that it belongs to: of a column, a constraint, an index …
     */
    record Exists(ObjectKind kind, String name, Optional<String> on) implements Guard {}

    /** Whether a query brings a row. */
    record Found(String query) implements Guard {}

    /** Whether the number that a program keeps in the database to know how far it came is at least this. */
    record Reached(int number) implements Guard {}

    record Not(Guard guard) implements Guard {}

    record All(List<Guard> guards) implements Guard {
        public All {
            guards = List.copyOf(guards);
        }
    }

    record Any(List<Guard> guards) implements Guard {
        public Any {
            guards = List.copyOf(guards);
        }
    }

    /** Whether the database is of this kind: {@code bind.dialect.name == "postgresql"}. */
    record OfDialect(String dialect) implements Guard {}

    /** What nobody can know from the text. */
    record Unknown(String condition) implements Guard {}
}
