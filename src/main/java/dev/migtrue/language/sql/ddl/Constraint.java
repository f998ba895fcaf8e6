package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Place;
import java.util.List;
import java.util.Optional;

/**
 * What a column or table holds its values to, or where a column has them from.
 *
 * @param columns those it is about; empty where it belongs to the column before it
 * @param expression what is checked, given by default or computed
 * @param references what a foreign key points to
 */
public record Constraint(
        Kind kind,
        Optional<Mention> name,
        Modifiers modifiers,
        List<Mention> columns,
        Optional<Clause> expression,
        Optional<Reference> references,
        Place place) {

    /** What sort of constraint it is. */
    public enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        FOREIGN_KEY,
        CHECK,
        EXCLUDE,
        NOT_NULL,
        NULL,
        DEFAULT,
        /** A value computed from the others of its row. */
        GENERATED,
        IDENTITY,
        /** MySQL's and SQLite's counter. */
        AUTO_INCREMENT,
        ON_UPDATE,
        COLLATION,
        COMMENT,
        /** How it is stored, shown or indexed; nothing that values are held to. */
        STORAGE
    }

    public Constraint {
        columns = List.copyOf(columns);
    }

    /**
     * What a foreign key points to.
     *
     * @param columns empty where the primary key is meant
     * @param actions {@code ON DELETE …} and all else that follows
     */
    public record Reference(Mention table, List<Mention> columns, Clause actions) {
        public Reference {
            columns = List.copyOf(columns);
        }
    }
}
