package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Assignment;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code a = 1, (b, c) = (2, 3)}. */
final class AssignmentReader {

    static final Set<String> AFTER =
            Set.of("FROM", "WHERE", "ORDER", "LIMIT", "RETURNING", "WHEN", "OUTPUT", "OPTION", "FETCH", "LOG");

    /** Words in a value that name no column. */
    private static final Set<String> NO_NAMES = Set.of(
            "AND",
            "OR",
            "NOT",
            "NULL",
            "TRUE",
            "FALSE",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "IS",
            "IN",
            "LIKE",
            "BETWEEN",
            "INTERVAL",
            "DEFAULT",
            "DISTINCT",
            "FROM",
            "FOR",
            "AS",
            "AT",
            "TIME",
            "ZONE",
            "COLLATE",
            "DIV",
            "MOD",
            "ROW",
            "ARRAY",
            "ILIKE",
            "SIMILAR",
            "ESCAPE",
            "USING",
            "EXISTS",
            "ANY",
            "ALL",
            "SOME",
            "CURRENT_DATE",
            "CURRENT_TIME",
            "CURRENT_TIMESTAMP",
            "LOCALTIME",
            "LOCALTIMESTAMP",
            "CURRENT_USER",
            "SESSION_USER",
            "DATE",
            "TIMESTAMP",
            "BINARY",
            "UNKNOWN",
            "XOR",
            "REGEXP",
            "RLIKE",
            "VALUES");

    private final Cursor cursor;
    private final Set<String> self;

    /** {@code self} holds the names by which the table goes that is changed. */
    AssignmentReader(Cursor cursor, Set<String> self) {
        this.cursor = cursor;
        this.self = self;
    }

    List<Assignment> read() {
        List<Assignment> assignments = new ArrayList<>();
        do {
            List<Mention> columns = cursor.isSign('(')
                    ? cursor.columnsInParentheses()
                    : cursor.column().stream().toList();
            if (columns.isEmpty() || cursor.isAtEnd()) {
                break;
            }
            cursor.next();
            Clause value = cursor.upTo(AFTER);
            assignments.add(new Assignment(columns, value, names(value)));
        } while (cursor.takeSign(','));
        return assignments;
    }

    private List<Mention> names(Clause value) {
        List<Mention> names = new ArrayList<>();
        collect(cursor.inside(value), names);
        return names;
    }

    private void collect(Cursor inner, List<Mention> names) {
        while (!inner.isAtEnd()) {
            if (inner.isAt("VALUES") && inner.isBefore('(')) {
                // MySQL: what would have been inserted.
                inner.next();
                inner.skip();
            } else if (inner.isSign('(')) {
                Cursor group = inner.inside(inner.inParentheses());
                boolean isQuery = group.isAt("SELECT") || group.isAt("WITH");
                List<Mention> found = new ArrayList<>();
                collect(group, found);
                // What has no qualifier in a sub-query belongs to the tables there.
                found.stream()
                        .filter(name -> !isQuery || name.name().qualifier().isPresent())
                        .forEach(names::add);
            } else if (inner.isName() && !inner.isAtAny(NO_NAMES)) {
                inner.column()
                        .filter(name -> !inner.isSign('(') && isOfSelf(name))
                        .ifPresent(names::add);
            } else if (inner.tokens().text(inner.at()).equals("::")) {
                inner.next();
                new TypeReader(inner).read();
            } else {
                inner.next();
            }
        }
    }

    private boolean isOfSelf(Mention name) {
        Optional<String> qualifier = name.name().qualifier().map(Name::last);
        return qualifier.isEmpty() || self.stream().anyMatch(qualifier.get()::equalsIgnoreCase);
    }
}
