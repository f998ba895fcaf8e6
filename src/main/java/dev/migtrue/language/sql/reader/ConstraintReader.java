package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Constraint.Kind;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads constraints that stand beside columns, up to the comma or parenthesis behind them. */
final class ConstraintReader {

    private static final Set<String> FIRST = Set.of("PRIMARY", "FOREIGN", "UNIQUE", "CHECK", "EXCLUDE", "NOT");

    private final Cursor cursor;

    ConstraintReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Whether a constraint comes next, and no column of such a name. */
    boolean isNext() {
        return (cursor.isAt("CONSTRAINT") && !isColumnNamed())
                || cursor.isAt("PRIMARY", "KEY")
                || cursor.isAt("FOREIGN", "KEY")
                || cursor.isAt("NOT", "NULL")
                || cursor.isAt("UNIQUE")
                || (cursor.isAt("CHECK") && cursor.isBefore('('))
                || (cursor.isAt("EXCLUDE") && (cursor.isBefore('(') || cursor.isAt("EXCLUDE", "USING")));
    }

    /** A lone {@code CONSTRAINT} with a type is a column, to those who allow it. */
    private boolean isColumnNamed() {
        return cursor.isBefore(',') || cursor.isBefore(')');
    }

    Optional<Constraint> read() {
        int start = cursor.at();
        ConstraintTail tail = new ConstraintTail(cursor);
        Optional<Mention> name = Optional.empty();
        if (cursor.take("CONSTRAINT")) {
            tail.found().takeIfNotExists();
            boolean isNamed = !cursor.isAtAny(FIRST) || (cursor.isBefore('(') && !cursor.isAt("CHECK"));
            name = isNamed && !cursor.isAt("UNIQUE") ? cursor.column() : Optional.empty();
        }
        Optional<Constraint> constraint = kernel(tail, name, start);
        cursor.upTo(Set.of());
        return constraint;
    }

    private Optional<Constraint> kernel(ConstraintTail tail, Optional<Mention> name, int start) {
        if (cursor.take("PRIMARY", "KEY")) {
            return Optional.of(key(Kind.PRIMARY_KEY, tail, name, start));
        }
        if (cursor.take("UNIQUE")) {
            return Optional.of(key(Kind.UNIQUE, tail, name, start));
        }
        if (cursor.take("FOREIGN", "KEY")) {
            return Optional.of(reference(tail, name, start));
        }
        if (cursor.take("CHECK")) {
            tail.found().takeIfNotExists();
            return Optional.of(tail.with(Kind.CHECK, name, cursor.inParentheses(), start));
        }
        if (cursor.take("NOT", "NULL")) {
            return Optional.of(tail.over(
                    Kind.NOT_NULL, name, List.copyOf(cursor.column().stream().toList()), start));
        }
        if (cursor.take("EXCLUDE")) {
            if (cursor.take("USING")) {
                cursor.name();
            }
            return Optional.of(tail.with(Kind.EXCLUDE, name, cursor.inParentheses(), start));
        }
        return cursor.take("DEFAULT") ? Optional.of(value(tail, name, start)) : Optional.empty();
    }

    /** A foreign key; MySQL may have the name after the kind. */
    private Constraint reference(ConstraintTail tail, Optional<Mention> name, int start) {
        tail.found().takeIfNotExists();
        Optional<Mention> own = cursor.isSign('(') ? name : cursor.column();
        List<Mention> columns = cursor.columnsInParentheses();
        return tail.reference(name.or(() -> own), columns, start);
    }

    /** SQL Server: {@code DEFAULT value FOR column}. */
    private Constraint value(ConstraintTail tail, Optional<Mention> name, int start) {
        Clause value = cursor.upTo(Set.of("FOR", "WITH"));
        List<Mention> columns = cursor.take("FOR") ? cursor.column().stream().toList() : List.of();
        return new Constraint(
                Kind.DEFAULT,
                name,
                tail.found().modifiers(),
                columns,
                Optional.of(value),
                Optional.empty(),
                cursor.placeSince(start));
    }

    /** A primary key or a unique one; MySQL may have the name after the kind. */
    private Constraint key(Kind kind, ConstraintTail tail, Optional<Mention> name, int start) {
        cursor.takeAny(Set.of("CLUSTERED", "NONCLUSTERED"));
        if (cursor.take("NULLS", "DISTINCT")
                || tail.found().take(Modifier.NULLS_NOT_DISTINCT, "NULLS", "NOT", "DISTINCT")) {
            return tail.over(kind, name, cursor.columnsInParentheses(), start);
        }
        boolean isIndexWord = cursor.take("KEY") || cursor.take("INDEX");
        tail.found().takeIfNotExists();
        int using = cursor.at();
        if (cursor.take("USING", "INDEX")) {
            Optional<Mention> index = cursor.name();
            tail.found().add(Modifier.USING_INDEX, using);
            return tail.over(kind, name.or(() -> index), List.of(), start);
        }
        Optional<Mention> own = cursor.isName() && !cursor.isAt("USING") ? cursor.column() : Optional.empty();
        if (cursor.take("USING")) {
            cursor.next();
        }
        List<Mention> columns = cursor.columnsInParentheses();
        // In MySQL the index is what has the name, whichever of the two is written.
        return tail.over(kind, isIndexWord ? own.or(() -> name) : name.or(() -> own), columns, start);
    }
}
