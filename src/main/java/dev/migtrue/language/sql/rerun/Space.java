package dev.migtrue.language.sql.rerun;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A set of names of which no two may be equal. */
enum Space {
    /** Tables and all that shares its names with them. */
    RELATION,
    /** Indexes of dialects where they do not share their names with tables. */
    INDEX,
    COLUMN,
    CONSTRAINT,
    TRIGGER,
    POLICY,
    RULE,
    PARTITION,
    TYPE,
    LABEL,
    ROUTINE,
    SEQUENCE,
    SCHEMA,
    DATABASE,
    ROLE,
    EXTENSION,
    EVENT_TRIGGER,
    EVENT,
    PUBLICATION,
    SUBSCRIPTION,
    /** A table in a publication, an object in an extension, a role in a role. */
    MEMBER,
    OPTION,
    PARENT,
    TEXT_SEARCH,
    /** What goes with the session: a prepared statement. */
    PREPARED,
    /** Whatever has a name space of its own: its kind stands before the name. */
    OTHER;

    /** All of which the names belong to other objects, in order. */
    static final Set<Space> OF_MEMBERS = Collections.unmodifiableSet(Arrays.stream(values())
            .filter(Space::isOfMembers)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Space.class))));

    /** Whether its names belong to another object and go with it. */
    boolean isOfMembers() {
        return switch (this) {
            case COLUMN, CONSTRAINT, TRIGGER, POLICY, RULE, PARTITION, LABEL, MEMBER, OPTION, PARENT, INDEX -> true;
            default -> false;
        };
    }

    /** Whether a database without a script has none of them, so that what nobody created is not there. */
    boolean beginsEmpty() {
        return switch (this) {
            case RELATION,
                    INDEX,
                    TYPE,
                    SEQUENCE,
                    EVENT,
                    TRIGGER,
                    PUBLICATION,
                    SUBSCRIPTION,
                    PREPARED,
                    MEMBER,
                    PARENT,
                    CONSTRAINT,
                    LABEL -> true;
            default -> false;
        };
    }
}
