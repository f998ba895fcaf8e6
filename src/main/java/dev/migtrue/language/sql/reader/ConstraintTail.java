package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Constraint.Kind;
import dev.migtrue.language.sql.ddl.Constraint.Reference;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what follows the kernel of a constraint, and puts the constraint together. */
final class ConstraintTail {

    private static final Set<String> AFTER_REFERENCE = Set.of(
            "ON",
            "CONSTRAINT",
            "NOT",
            "NULL",
            "DEFAULT",
            "GENERATED",
            "PRIMARY",
            "UNIQUE",
            "CHECK",
            "REFERENCES",
            "COLLATE",
            "COMMENT",
            "DEFERRABLE",
            "INITIALLY",
            "AUTO_INCREMENT",
            "FIRST",
            "AFTER",
            "ENABLE",
            "DISABLE");

    /** What says how an index of it is kept, or that it holds. */
    private static final Set<String> SILENT =
            Set.of("ASC", "DESC", "CLUSTERED", "NONCLUSTERED", "ENABLE", "NOVALIDATE", "RELY");

    private final Cursor cursor;
    private final Found found;

    ConstraintTail(Cursor cursor) {
        this.cursor = cursor;
        this.found = new Found(cursor);
    }

    Found found() {
        return found;
    }

    Constraint plain(Kind kind, Optional<Mention> name, int start) {
        return of(kind, name, List.of(), Optional.empty(), Optional.empty(), start);
    }

    Constraint with(Kind kind, Optional<Mention> name, Clause expression, int start) {
        Optional<Clause> given = expression.isEmpty() ? Optional.empty() : Optional.of(expression);
        return of(kind, name, List.of(), given, Optional.empty(), start);
    }

    Constraint over(Kind kind, Optional<Mention> name, List<Mention> columns, int start) {
        return of(kind, name, columns, Optional.empty(), Optional.empty(), start);
    }

    /** A foreign key, of which {@code REFERENCES} comes next. */
    Constraint reference(Optional<Mention> name, List<Mention> columns, int start) {
        cursor.take("REFERENCES");
        Optional<Mention> table = cursor.name();
        List<Mention> referenced = cursor.columnsInParentheses();
        Clause actions = actions();
        return of(
                Kind.FOREIGN_KEY,
                name,
                columns,
                Optional.empty(),
                table.map(to -> new Reference(to, referenced, actions)),
                start);
    }

    /** {@code ON DELETE SET NULL} holds words that elsewhere begin a constraint. */
    private Clause actions() {
        int start = cursor.at();
        while (true) {
            if (cursor.take("MATCH")) {
                cursor.next();
            } else if (cursor.take("ON", "DELETE") || cursor.take("ON", "UPDATE")) {
                if (!cursor.take("NO", "ACTION") && !cursor.take("SET", "NULL") && !cursor.take("SET", "DEFAULT")) {
                    cursor.upTo(AFTER_REFERENCE);
                }
                cursor.inParentheses();
            } else {
                return cursor.since(start);
            }
        }
    }

    private Constraint of(
            Kind kind,
            Optional<Mention> name,
            List<Mention> columns,
            Optional<Clause> expression,
            Optional<Reference> references,
            int start) {
        while (modifier()) {
            // Each round takes at least one token.
        }
        return new Constraint(kind, name, found.modifiers(), columns, expression, references, cursor.placeSince(start));
    }

    private boolean modifier() {
        return found.take(Modifier.NOT_VALID, "NOT", "VALID")
                || found.take(Modifier.NOT_ENFORCED, "NOT", "ENFORCED")
                || cursor.take("NOT", "DEFERRABLE")
                || cursor.take("ENFORCED")
                || found.take(Modifier.DEFERRABLE, "DEFERRABLE")
                || found.take(Modifier.INITIALLY_DEFERRED, "INITIALLY", "DEFERRED")
                || cursor.take("INITIALLY", "IMMEDIATE")
                || found.take(Modifier.NO_INHERIT, "NO", "INHERIT")
                || found.take(Modifier.NULLS_NOT_DISTINCT, "NULLS", "NOT", "DISTINCT")
                || cursor.take("NULLS", "DISTINCT")
                || storage();
    }

    private boolean storage() {
        if (cursor.take("ON", "CONFLICT") || cursor.take("USING", "INDEX", "TABLESPACE")) {
            cursor.next();
            return true;
        }
        if (cursor.take("USING", "BTREE") || cursor.take("USING", "HASH")) {
            return true;
        }
        if (cursor.take("WITH") || cursor.take("INCLUDE") || cursor.take("WHERE")) {
            cursor.skip();
            return true;
        }
        return cursor.takeAny(SILENT);
    }
}
