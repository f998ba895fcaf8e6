package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Query;
import dev.migtrue.language.sql.ddl.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code IF} and {@code CASE} among the steps of a body. */
final class ChoiceReader {

    /** What begins a statement behind a condition of SQL Server's, which no word ends. */
    private static final Set<String> STATEMENTS = Set.of(
            "BEGIN",
            "CREATE",
            "ALTER",
            "DROP",
            "INSERT",
            "UPDATE",
            "DELETE",
            "MERGE",
            "SELECT",
            "TRUNCATE",
            "EXEC",
            "EXECUTE",
            "PRINT",
            "RAISERROR",
            "THROW",
            "SET",
            "DECLARE",
            "RETURN",
            "GRANT",
            "REVOKE",
            "DENY",
            "IF",
            "WHILE",
            "COMMIT",
            "ROLLBACK",
            "WITH",
            "USE",
            "DBCC");

    private final Cursor cursor;
    private final CodeReader code;

    ChoiceReader(Cursor cursor, CodeReader code) {
        this.cursor = cursor;
        this.code = code;
    }

    Step ifElse() {
        int start = cursor.at();
        return code.hasNoMarks() ? ofBatch(start) : ofBlock(start);
    }

    private Step ofBlock(int start) {
        List<Step.Branch> branches = new ArrayList<>();
        List<Step> otherwise = List.of();
        while (cursor.takeAny(Set.of("IF", "ELSIF", "ELSEIF"))) {
            Clause condition = cursor.across(Set.of("THEN"));
            cursor.take("THEN");
            branches.add(branch(condition, code.steps()));
        }
        if (cursor.take("ELSE")) {
            otherwise = code.steps();
        }
        code.end();
        return new Step.Choice(branches, otherwise, cursor.placeSince(start));
    }

    private Step ofBatch(int start) {
        cursor.take("IF");
        Clause condition = cursor.across(STATEMENTS);
        List<Step> steps = new ArrayList<>();
        code.single(steps);
        List<Step> otherwise = new ArrayList<>();
        if (cursor.take("ELSE")) {
            code.single(otherwise);
        }
        return new Step.Choice(List.of(branch(condition, steps)), otherwise, cursor.placeSince(start));
    }

    Step cases() {
        int start = cursor.at();
        cursor.take("CASE");
        Clause subject = cursor.across(Set.of("WHEN"));
        List<Step.Branch> branches = new ArrayList<>();
        while (cursor.take("WHEN")) {
            Clause condition = cursor.across(Set.of("THEN"));
            cursor.take("THEN");
            branches.add(branch(subject.isEmpty() ? condition : cursor.since(start), code.steps()));
        }
        List<Step> otherwise = cursor.take("ELSE") ? code.steps() : List.of();
        code.end();
        return new Step.Choice(branches, otherwise, cursor.placeSince(start));
    }

    private Step.Branch branch(Clause condition, List<Step> steps) {
        Query test = new QueryReader(cursor.inside(condition)).read();
        return new Step.Branch(condition, test, steps);
    }
}
