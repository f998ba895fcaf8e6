package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Clause;
import java.util.List;
import java.util.Optional;

/** What a {@code CREATE} says of the object beyond its name. */
public sealed interface Definition {

    /**
     * A table.
     *
     * @param like tables whose columns it takes over
     * @param query what fills it
     * @param options all that follows its columns
     */
    record Table(
            List<Column> columns,
            List<Constraint> constraints,
            List<dev.migtrue.language.sql.ddl.Index> indexes,
            List<Mention> like,
            List<Mention> inherits,
            Optional<Mention> partitionOf,
            Optional<Mention> ofType,
            Optional<Query> query,
            Clause options)
            implements Definition {
        public Table {
            columns = List.copyOf(columns);
            constraints = List.copyOf(constraints);
            indexes = List.copyOf(indexes);
            like = List.copyOf(like);
            inherits = List.copyOf(inherits);
        }
    }

    record View(List<Mention> columns, Query query) implements Definition {
        public View {
            columns = List.copyOf(columns);
        }
    }

    record Index(dev.migtrue.language.sql.ddl.Index index) implements Definition {}

    /** A function, a procedure or an aggregate. */
    record Routine(Signature signature, Optional<Clause> returns, Optional<Body> body, Clause options)
            implements Definition {}

    /**
     * A trigger.
     *
     * @param events when it fires
     * @param runs the function that it calls
     */
    record Trigger(Clause events, Optional<Mention> runs, Optional<Body> body) implements Definition {}

    record Enumeration(List<Label> labels) implements Definition {
        public Enumeration {
            labels = List.copyOf(labels);
        }
    }

    /** A type with attributes. */
    record Composite(List<Column> attributes) implements Definition {
        public Composite {
            attributes = List.copyOf(attributes);
        }
    }

    record Domain(TypeName type, List<Constraint> constraints) implements Definition {
        public Domain {
            constraints = List.copyOf(constraints);
        }
    }

    /** A schema with what is created in it by the same statement. */
    record Schema(List<Action> elements) implements Definition {
        public Schema {
            elements = List.copyOf(elements);
        }
    }

    /** A sequence, and the column that it goes with. */
    record Sequence(Optional<Mention> ownedBy, Clause options) implements Definition {}

    /** A publication, and the tables that it names. */
    record Members(List<Mention> tables, Clause options) implements Definition {
        public Members {
            tables = List.copyOf(tables);
        }
    }

    /** What is read no further. */
    record Other(Clause clause) implements Definition {}
}
