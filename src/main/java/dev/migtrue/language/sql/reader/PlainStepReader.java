package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Step;
import java.util.Set;

/** Reads a step that holds no others. */
final class PlainStepReader {

    /** Words of procedures, and words that to a database would mean something else there. */
    private static final Set<String> OF_PROCEDURES = Set.of(
            "RAISE",
            "RETURN",
            "NULL",
            "EXIT",
            "CONTINUE",
            "GET",
            "ASSERT",
            "LEAVE",
            "ITERATE",
            "SIGNAL",
            "RESIGNAL",
            "FETCH",
            "OPEN",
            "CLOSE",
            "MOVE",
            "PRAGMA",
            "GOTO");

    private final Cursor cursor;

    PlainStepReader(Cursor cursor) {
        this.cursor = cursor;
    }

    Step read(Clause clause) {
        if (clause.isEmpty() || cursor.isAtAny(OF_PROCEDURES) || isAssignment()) {
            return new Step.Other(clause, clause.place());
        }
        if (cursor.isAt("PERFORM")) {
            cursor.next();
            return new Step.Run(new Action.Select(new QueryReader(cursor).read()), clause.place());
        }
        Action action = isDynamic() ? dynamic() : new StatementReader(cursor).read();
        return action instanceof Action.Unrecognized
                ? new Step.Other(clause, clause.place())
                : new Step.Run(action, clause.place());
    }

    private boolean isAssignment() {
        Cursor ahead = cursor.copy();
        return ahead.column().isPresent()
                && !ahead.isAtEnd()
                && (ahead.tokens().text(ahead.at()).equals(":=") || ahead.isSign('='));
    }

    /** In PostgreSQL's procedures {@code EXECUTE} runs a text, not a prepared statement. */
    private boolean isDynamic() {
        return cursor.dialect() == Dialect.POSTGRESQL && cursor.isAt("EXECUTE");
    }

    private Action dynamic() {
        cursor.next();
        Cursor text = cursor.inside(cursor.across(Set.of("INTO", "USING")));
        return new SessionReader(text).dynamic();
    }
}
