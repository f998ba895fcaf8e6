package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Map;

/**
 * A statement of a program, read.
 *
 * @param number how many of the program were read before it: no two have the same
 * @param operation what it is a part of
 * @param at where it stands in the migration's file, or the call that runs it
 * @param rows that it writes out by the columns that it names; none where it does not. They are the same in each run
 */
record Line(
        int number,
        Operation operation,
        Statement statement,
        Action action,
        Text text,
        Span at,
        List<Map<String, String>> rows) {

    Line(int number, Operation operation, Statement statement, Action action, Text text, Span at) {
        this(number, operation, statement, action, text, at, WrittenRows.of(action));
    }

    /** Whether its text is a part of the migration's file. */
    boolean isWritten() {
        return operation instanceof Operation.Written;
    }
}
