package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Place;
import java.util.List;
import java.util.Optional;

/** One of the things that an {@code ALTER} does. */
public sealed interface Change {

    /** All of it, its guard included. */
    Place place();

    /** Its own modifiers, not those of the whole statement. */
    Modifiers modifiers();

    record AddColumn(Column column, Modifiers modifiers, Place place) implements Change {}

    record DropColumn(Mention column, Modifiers modifiers, Place place) implements Change {}

    record RenameColumn(Mention from, Mention to, Modifiers modifiers, Place place) implements Change {}

    /**
     * {@code MODIFY} and {@code CHANGE}: the whole definition is given anew; {@code old} and the name in it may differ.
     */
    record RedefineColumn(Mention old, Column column, Modifiers modifiers, Place place) implements Change {}

    record AlterColumn(Mention column, ColumnChange change, Modifiers modifiers, Place place) implements Change {}

    record AddConstraint(Constraint constraint, Modifiers modifiers, Place place) implements Change {}

    /**
     * A constraint goes.
     *
     * @param kind where it is said, as MySQL has it
     * @param name absent for the primary key
     */
    record DropConstraint(Optional<Constraint.Kind> kind, Optional<Mention> name, Modifiers modifiers, Place place)
            implements Change {}

    /** {@code VALIDATE CONSTRAINT} or {@code ALTER CONSTRAINT}, which may be done again. */
    record SettleConstraint(Mention name, Clause clause, Modifiers modifiers, Place place) implements Change {}

    record AddIndex(Index index, Modifiers modifiers, Place place) implements Change {}

    record DropIndex(Mention index, Modifiers modifiers, Place place) implements Change {}

    /** The object itself gets another name. */
    record RenameTo(Mention to, Modifiers modifiers, Place place) implements Change {}

    /** A part of it gets another name: {@code kind} says which part. */
    record RenamePart(ObjectKind kind, Mention from, Mention to, Modifiers modifiers, Place place) implements Change {}

    record SetSchema(Mention schema, Modifiers modifiers, Place place) implements Change {}

    record AttachPartition(Mention partition, Clause bound, Modifiers modifiers, Place place) implements Change {}

    record DetachPartition(Mention partition, Modifiers modifiers, Place place) implements Change {}

    record AddPartitions(List<Mention> partitions, Clause clause, Modifiers modifiers, Place place) implements Change {
        public AddPartitions {
            partitions = List.copyOf(partitions);
        }
    }

    record DropPartitions(List<Mention> partitions, Modifiers modifiers, Place place) implements Change {
        public DropPartitions {
            partitions = List.copyOf(partitions);
        }
    }

    record TruncatePartitions(List<Mention> partitions, Modifiers modifiers, Place place) implements Change {
        public TruncatePartitions {
            partitions = List.copyOf(partitions);
        }
    }

    record Inherit(Mention parent, Modifiers modifiers, Place place) implements Change {}

    record NoInherit(Mention parent, Modifiers modifiers, Place place) implements Change {}

    /** The table becomes one of a type. */
    record OfType(Mention type, Modifiers modifiers, Place place) implements Change {}

    record NotOfType(Modifiers modifiers, Place place) implements Change {}

    /** A label of an enumeration. */
    record AddLabel(Label label, Modifiers modifiers, Place place) implements Change {}

    record RenameLabel(Label from, Label to, Modifiers modifiers, Place place) implements Change {}

    /** Members of a publication, an extension, a group …, of one kind. */
    record AddMembers(List<Mention> members, Clause clause, Modifiers modifiers, Place place) implements Change {
        public AddMembers {
            members = List.copyOf(members);
        }
    }

    record DropMembers(List<Mention> members, Clause clause, Modifiers modifiers, Place place) implements Change {
        public DropMembers {
            members = List.copyOf(members);
        }
    }

    /** The members are exactly these. */
    record SetMembers(List<Mention> members, Clause clause, Modifiers modifiers, Place place) implements Change {
        public SetMembers {
            members = List.copyOf(members);
        }
    }

    /** {@code OPTIONS (ADD …, SET …, DROP …)}. */
    record AlterOptions(Clause clause, Modifiers modifiers, Place place) implements Change {}

    /** Something is set to a value; doing it again sets it to the same. */
    record Adjust(Topic topic, Clause clause, Modifiers modifiers, Place place) implements Change {}

    /** What nobody here understands. */
    record Unrecognized(Clause clause, Modifiers modifiers, Place place) implements Change {}

    /** What an {@link Adjust} is about. */
    enum Topic {
        OWNER,
        OPTIONS,
        TABLESPACE,
        PERSISTENCE,
        ACCESS_METHOD,
        CLUSTERING,
        ROW_SECURITY,
        REPLICA_IDENTITY,
        /** Which triggers, rules or constraints fire. */
        FIRING,
        ENGINE,
        CHARACTER_SET,
        COMMENT,
        COUNTER,
        ORDER,
        /** How the change itself is to be made. */
        PROCEDURE,
        DEFAULT,
        NULLABILITY,
        DEFINITION,
        CREDENTIALS,
        VERSION,
        STATE
    }
}
