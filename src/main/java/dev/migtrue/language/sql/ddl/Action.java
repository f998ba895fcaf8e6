package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Clause;
import java.util.List;
import java.util.Optional;

/** What one statement does. */
public sealed interface Action {

    /**
     * An object comes into being.
     *
     * @param name absent where the database makes one up
     * @param on the table, server … that it belongs to
     */
    record Create(
            ObjectKind kind, Modifiers modifiers, Optional<Mention> name, Optional<Mention> on, Definition definition)
            implements Action {}

    /**
     * An object is changed.
     *
     * @param name absent where none is needed: {@code ALTER SYSTEM}
     * @param signature of a routine
     */
    record Alter(
            ObjectKind kind,
            Modifiers modifiers,
            Optional<Mention> name,
            Optional<Mention> on,
            Optional<Signature> signature,
            List<Change> changes)
            implements Action {
        public Alter {
            changes = List.copyOf(changes);
        }
    }

    /** Objects of one kind go. */
    record Drop(ObjectKind kind, Modifiers modifiers, List<Dropped> objects) implements Action {
        public Drop {
            objects = List.copyOf(objects);
        }
    }

    /** One of the objects that go. */
    record Dropped(Mention name, Optional<Mention> on, Optional<Signature> signature) {}

    /** Objects get other names, one after the other. */
    record Rename(ObjectKind kind, Modifiers modifiers, List<Renaming> renamings) implements Action {
        public Rename {
            renamings = List.copyOf(renamings);
        }
    }

    record Renaming(Mention from, Mention to) {}

    /** {@code text} is {@code NULL} where the comment goes. */
    record Comment(ObjectKind kind, Optional<Mention> name, Optional<Mention> on, Clause text) implements Action {}

    /** {@code GRANT}, {@code REVOKE}, {@code DENY}, or {@code ALTER DEFAULT PRIVILEGES} around one of them. */
    record Grant(Right right, Modifiers modifiers, Clause privileges, List<Mention> objects, Clause grantees)
            implements Action {
        /** What becomes of the privileges. */
        public enum Right {
            GRANT,
            REVOKE,
            DENY
        }

        public Grant {
            objects = List.copyOf(objects);
        }
    }

    /**
     * Rows come.
     *
     * @param columns empty where all are meant
     */
    record Insert(Modifiers modifiers, Mention table, List<Mention> columns, Source source, Optional<Conflict> conflict)
            implements Action {
        public Insert {
            columns = List.copyOf(columns);
        }
    }

    /** {@code tables} has more than one where MySQL joins them. */
    record Update(
            Modifiers modifiers,
            List<Mention> tables,
            List<Assignment> assignments,
            Optional<Clause> from,
            Optional<Clause> where,
            Optional<Clause> limit)
            implements Action {
        public Update {
            tables = List.copyOf(tables);
            assignments = List.copyOf(assignments);
        }
    }

    record Delete(
            Modifiers modifiers,
            List<Mention> tables,
            Optional<Clause> using,
            Optional<Clause> where,
            Optional<Clause> limit)
            implements Action {
        public Delete {
            tables = List.copyOf(tables);
        }
    }

    /** {@code branches} are its {@code WHEN … THEN …}; {@code key} is H2's {@code MERGE … KEY}. */
    record Merge(Mention table, Optional<Clause> on, List<Mention> key, Clause source, List<Clause> branches)
            implements Action {
        public Merge {
            key = List.copyOf(key);
            branches = List.copyOf(branches);
        }
    }

    record Truncate(Modifiers modifiers, List<Mention> tables) implements Action {
        public Truncate {
            tables = List.copyOf(tables);
        }
    }

    /** {@code table} is absent where a query is copied out. */
    record Copy(Direction direction, Optional<Mention> table, Clause clause) implements Action {
        public enum Direction {
            IN,
            OUT
        }
    }

    record Select(Query query) implements Action {}

    /** {@code WITH x AS (INSERT …) main}: what changes rows inside, then what stands at the end. */
    record Several(List<Action> parts) implements Action {
        public Several {
            parts = List.copyOf(parts);
        }
    }

    record Call(Mention routine, Clause arguments) implements Action {}

    /** Text that is run as SQL; {@code text} where it is written out. */
    record Dynamic(Clause expression, Optional<Body> text) implements Action {}

    /** Control statements: a {@code DO}, an anonymous block, an {@code IF}. */
    record Block(Body body) implements Action {}

    record Prepared(Stage stage, Mention name, Clause source) implements Action {
        /** What becomes of the prepared statement. */
        public enum Stage {
            PREPARE,
            EXECUTE,
            DEALLOCATE
        }
    }

    /** {@code SET}, {@code RESET} and {@code PRAGMA}; {@code value} is empty where the standard one comes back. */
    record Setting(Modifiers modifiers, Mention name, Clause value) implements Action {}

    record Transaction(Verb verb, Clause clause) implements Action {
        public enum Verb {
            BEGIN,
            COMMIT,
            ROLLBACK,
            SAVEPOINT,
            RELEASE,
            ROLLBACK_TO,
            /** The first or second half of a commit in two phases. */
            TWO_PHASE
        }
    }

    /** What by itself defines nothing and changes no row: {@code verb} is its first word, in upper case. */
    record Utility(String verb, Modifiers modifiers, List<Mention> objects, Clause clause) implements Action {
        public Utility {
            objects = List.copyOf(objects);
        }
    }

    /** What nobody here understands. */
    record Unrecognized(Clause clause) implements Action {}
}
