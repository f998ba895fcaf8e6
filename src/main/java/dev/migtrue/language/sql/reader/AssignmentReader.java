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
        return ExpressionReader.read(value, cursor.inside(value)).names().stream()
                .filter(this::isOfSelf)
                .toList();
    }

    private boolean isOfSelf(Mention name) {
        Optional<String> qualifier = name.name().qualifier().map(Name::last);
        return qualifier.isEmpty() || self.stream().anyMatch(qualifier.get()::equalsIgnoreCase);
    }
}
