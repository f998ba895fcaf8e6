package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Assignment;
import dev.migtrue.language.sql.ddl.Conflict;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code INSERT} and {@code REPLACE}. */
final class InsertReader {

    private static final Set<String> SOURCES = Set.of(
            "VALUES",
            "VALUE",
            "SELECT",
            "WITH",
            "DEFAULT",
            "SET",
            "EXEC",
            "EXECUTE",
            "TABLE",
            "OVERRIDING",
            "OUTPUT",
            "ON");

    private final Cursor cursor;
    private final Found found;

    InsertReader(Cursor cursor) {
        this.cursor = cursor;
        this.found = new Found(cursor);
    }

    Optional<Action> read() {
        if (!found.take(Modifier.REPLACE, "REPLACE")) {
            cursor.take("INSERT");
        }
        cursor.takeAny(Set.of("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY"));
        found.take(Modifier.IGNORE, "IGNORE");
        if (!found.take(Modifier.REPLACE, "OR", "REPLACE") && !found.take(Modifier.IGNORE, "OR", "IGNORE")) {
            if (cursor.take("OR")) {
                cursor.next();
            }
        }
        if (cursor.take("TOP")) {
            cursor.skip();
        }
        boolean isInto = cursor.take("INTO");
        if (!isInto && cursor.isAtAny(Set.of("ALL", "FIRST", "OVERWRITE"))) {
            return Optional.empty();
        }
        return cursor.name().map(this::into);
    }

    private Action into(Mention table) {
        if (cursor.take("PARTITION")) {
            cursor.skip();
        }
        cursor.take("AS");
        Optional<Mention> alias = cursor.isName() && !cursor.isAtAny(SOURCES) ? cursor.name() : Optional.empty();
        List<Mention> columns = isQueryInParentheses() ? List.of() : cursor.columnsInParentheses();
        if (cursor.take("OVERRIDING")) {
            cursor.next();
            cursor.take("VALUE");
        }
        if (cursor.isAt("OUTPUT")) {
            cursor.across(SOURCES_AFTER_OUTPUT);
        }
        Set<String> self = alias.map(name -> Set.of(name.name().last()))
                .orElse(Set.of(table.name().last()));
        Source source = source(self);
        if (cursor.take("AS")) {
            // MySQL: a name for the new row.
            cursor.name();
            cursor.columnsInParentheses();
        }
        return new Action.Insert(found.modifiers(), table, columns, source, conflict(self));
    }

    private static final Set<String> SOURCES_AFTER_OUTPUT =
            Set.of("VALUES", "SELECT", "WITH", "DEFAULT", "EXEC", "EXECUTE");

    private boolean isQueryInParentheses() {
        if (!cursor.isSign('(')) {
            return false;
        }
        int start = cursor.at();
        Cursor inner = cursor.inside(cursor.inParentheses());
        cursor.goTo(start);
        return inner.isAt("SELECT") || inner.isAt("WITH") || inner.isSign('(') || inner.isAt("TABLE");
    }

    private Source source(Set<String> self) {
        if (cursor.take("DEFAULT", "VALUES")) {
            return new Source.Defaults();
        }
        if (cursor.take("VALUES") || cursor.take("VALUE")) {
            return new Source.Values(rows());
        }
        if (cursor.take("SET")) {
            return new Source.Assigned(new AssignmentReader(cursor, self).read());
        }
        if (cursor.isAt("SELECT") || cursor.isAt("WITH") || cursor.isSign('(') || cursor.isAt("TABLE")) {
            return new Source.Rows(new QueryReader(cursor).read());
        }
        return new Source.Other(cursor.rest());
    }

    private List<Clause> rows() {
        List<Clause> rows = new ArrayList<>();
        do {
            cursor.take("ROW");
            int start = cursor.at();
            if (!cursor.isSign('(')) {
                break;
            }
            cursor.skip();
            rows.add(cursor.since(start));
        } while (cursor.takeSign(','));
        return rows;
    }

    private Optional<Conflict> conflict(Set<String> self) {
        if (cursor.take("ON", "DUPLICATE", "KEY", "UPDATE")) {
            List<Assignment> assignments = new AssignmentReader(cursor, self).read();
            return Optional.of(
                    new Conflict(Optional.empty(), Optional.empty(), Optional.empty(), assignments, Optional.empty()));
        }
        if (!cursor.take("ON", "CONFLICT")) {
            return Optional.empty();
        }
        Optional<Mention> constraint = cursor.take("ON", "CONSTRAINT") ? cursor.column() : Optional.empty();
        Clause target = cursor.inParentheses();
        Optional<Clause> indexWhere = where(Set.of("DO"));
        cursor.take("DO");
        if (!cursor.take("UPDATE", "SET")) {
            cursor.take("NOTHING");
            return Optional.of(new Conflict(given(target), constraint, indexWhere, List.of(), Optional.empty()));
        }
        List<Assignment> assignments = new AssignmentReader(cursor, self).read();
        return Optional.of(
                new Conflict(given(target), constraint, indexWhere, assignments, where(Set.of("RETURNING", "ON"))));
    }

    private static Optional<Clause> given(Clause clause) {
        return clause.isEmpty() ? Optional.empty() : Optional.of(clause);
    }

    private Optional<Clause> where(Set<String> stops) {
        return cursor.take("WHERE") ? Optional.of(cursor.across(stops)) : Optional.empty();
    }
}
