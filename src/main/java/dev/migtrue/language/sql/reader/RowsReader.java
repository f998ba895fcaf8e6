package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Assignment;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what changes rows that are there: {@code UPDATE}, {@code DELETE}, {@code MERGE}, {@code TRUNCATE}. */
final class RowsReader {

    private static final Set<String> AFTER_WHERE =
            Set.of("ORDER", "LIMIT", "RETURNING", "OPTION", "FETCH", "LOG", "RETURN");

    private static final Set<String> AFTER_FROM = Set.of("WHERE", "ORDER", "LIMIT", "RETURNING", "FETCH", "OPTION");

    private final Cursor cursor;
    private final Found found;

    RowsReader(Cursor cursor) {
        this.cursor = cursor;
        this.found = new Found(cursor);
    }

    Optional<Action> update() {
        cursor.take("UPDATE");
        prefix();
        Set<String> self = new HashSet<>();
        List<Mention> tables = tables(self);
        if (tables.isEmpty() || !cursor.take("SET")) {
            return Optional.empty();
        }
        List<Assignment> assignments = new AssignmentReader(cursor, self).read();
        if (cursor.isAt("OUTPUT")) {
            cursor.across(Set.of("FROM", "WHERE"));
        }
        Optional<Clause> from = clause("FROM", Set.of("WHERE", "RETURNING", "OPTION"));
        Optional<Clause> where = clause("WHERE", AFTER_WHERE);
        return Optional.of(new Action.Update(found.modifiers(), tables, assignments, from, where, limit()));
    }

    private void prefix() {
        cursor.takeAny(Set.of("LOW_PRIORITY"));
        cursor.takeAny(Set.of("QUICK"));
        found.take(Modifier.IGNORE, "IGNORE");
        if (!found.take(Modifier.IGNORE, "OR", "IGNORE") && !found.take(Modifier.REPLACE, "OR", "REPLACE")) {
            if (cursor.take("OR")) {
                cursor.next();
            }
        }
        if (cursor.take("TOP")) {
            cursor.skip();
            cursor.take("PERCENT");
        }
        found.take(Modifier.ONLY, "ONLY");
    }

    /** The tables before {@code SET}, and in {@code self} the names by which they go. */
    private List<Mention> tables(Set<String> self) {
        List<Mention> tables = new ArrayList<>();
        boolean isTable = true;
        while (!cursor.isAtEnd() && !cursor.isAt("SET")) {
            if (isTable && cursor.isName()) {
                cursor.name().ifPresent(table -> {
                    tables.add(table);
                    self.add(table.name().last());
                });
                cursor.take("AS");
                if (cursor.isName() && !cursor.isAtAny(JOINS)) {
                    cursor.name().ifPresent(alias -> self.add(alias.name().last()));
                }
                isTable = false;
            } else {
                isTable = cursor.isSign(',') || cursor.isAt("JOIN");
                cursor.skip();
            }
        }
        return tables;
    }

    private static final Set<String> JOINS = Set.of(
            "SET", "JOIN", "LEFT", "RIGHT", "INNER", "OUTER", "CROSS", "ON", "USING", "WITH", "PARTITION", "FOR");

    Optional<Action> delete() {
        cursor.take("DELETE");
        prefix();
        List<Mention> tables = new ArrayList<>();
        if (!cursor.isAt("FROM")) {
            // MySQL may name the tables before FROM; Oracle and SQL Server may leave FROM out.
            tables.addAll(cursor.names());
        }
        Optional<Clause> using = Optional.empty();
        if (cursor.take("FROM")) {
            found.take(Modifier.ONLY, "ONLY");
            int start = cursor.at();
            if (tables.isEmpty()) {
                tables.addAll(cursor.names());
            }
            Clause more = cursor.across(AFTER_FROM);
            using = more.isEmpty() ? Optional.empty() : Optional.of(cursor.since(start));
        }
        cursor.across(AFTER_FROM);
        Optional<Clause> where = clause("WHERE", AFTER_WHERE);
        return tables.isEmpty()
                ? Optional.empty()
                : Optional.of(new Action.Delete(found.modifiers(), tables, using, where, limit()));
    }

    private Optional<Clause> clause(String word, Set<String> stops) {
        return cursor.take(word) ? Optional.of(cursor.across(stops)) : Optional.empty();
    }

    private Optional<Clause> limit() {
        if (cursor.isAt("ORDER")) {
            cursor.across(Set.of("LIMIT", "FETCH", "RETURNING"));
        }
        if (!cursor.isAt("LIMIT") && !cursor.isAt("FETCH")) {
            return Optional.empty();
        }
        return Optional.of(cursor.across(Set.of("RETURNING")));
    }

    Optional<Action> merge() {
        cursor.take("MERGE");
        cursor.take("INTO");
        cursor.take("ONLY");
        return cursor.name().map(table -> {
            cursor.across(Set.of("USING", "KEY", "VALUES", "SELECT", "WITH"));
            List<Mention> key = cursor.take("KEY") ? cursor.columnsInParentheses() : List.of();
            cursor.take("USING");
            Clause source = cursor.across(Set.of("ON", "WHEN"));
            Optional<Clause> on = clause("ON", Set.of("WHEN"));
            List<Clause> branches = new ArrayList<>();
            while (cursor.isAt("WHEN")) {
                int start = cursor.at();
                cursor.next();
                cursor.across(Set.of("WHEN"));
                branches.add(cursor.since(start));
            }
            return new Action.Merge(table, on, key, source, branches);
        });
    }

    Optional<Action> truncate() {
        cursor.take("TRUNCATE");
        cursor.take("TABLE");
        found.takeIfExists();
        List<Mention> tables = new ArrayList<>();
        do {
            found.take(Modifier.ONLY, "ONLY");
            cursor.name().ifPresent(tables::add);
            if (!cursor.isAtEnd() && !cursor.isWord() && !cursor.isSign(',')) {
                cursor.next();
            }
        } while (cursor.takeSign(','));
        found.take(Modifier.RESTART_IDENTITY, "RESTART", "IDENTITY");
        cursor.take("CONTINUE", "IDENTITY");
        found.takeBehaviour();
        return tables.isEmpty() ? Optional.empty() : Optional.of(new Action.Truncate(found.modifiers(), tables));
    }
}
