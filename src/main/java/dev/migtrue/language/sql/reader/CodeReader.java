package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.Tokens;
import dev.migtrue.language.sql.ddl.Body;
import dev.migtrue.language.sql.ddl.Code;
import dev.migtrue.language.sql.ddl.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the bodies of routines and blocks: which statements they run, under which conditions, and what becomes of
 * errors.
 */
public final class CodeReader {

    /** What ends a row of steps. */
    private static final Set<String> ENDS = Set.of("END", "ELSE", "ELSIF", "ELSEIF", "EXCEPTION", "UNTIL", "WHEN");

    private final Cursor cursor;
    private final ConditionReader conditions;
    private final List<Code.Handler> declared = new ArrayList<>();

    /** What variables are given where they are declared. */
    private final List<Step> given = new ArrayList<>();

    CodeReader(Cursor cursor) {
        this.cursor = cursor;
        this.conditions = new ConditionReader(cursor);
    }

    /** The code of a body that stands in {@code source}. Places are those in the source, doubled quotes or not. */
    public static Code read(String source, Body body, Dialect dialect) {
        String text = body.isEscaped() ? opened(source, body.code()) : source;
        Tokens tokens = Script.within(text, body.code(), dialect).tokens();
        return new CodeReader(new Cursor(new Clause(tokens, 0, tokens.size()), dialect)).code();
    }

    /**
     * The same text with a blank beside each quote that was written twice, on the outer side of the string it belongs
     * to.
     */
    private static String opened(String source, Place code) {
        StringBuilder text = new StringBuilder(source);
        boolean isInside = false;
        for (int at = code.start(); at + 1 < code.end(); at++) {
            if (text.charAt(at) == '\'' && text.charAt(at + 1) == '\'') {
                text.setCharAt(isInside ? at + 1 : at, ' ');
                isInside = !isInside;
                at++;
            }
        }
        return text.toString();
    }

    private Code code() {
        List<Step> steps = new ArrayList<>();
        List<Code.Handler> handlers = new ArrayList<>();
        while (!cursor.isAtEnd()) {
            steps.addAll(steps());
            if (cursor.isAt("EXCEPTION")) {
                handlers.addAll(handlers());
            } else {
                cursor.next();
            }
        }
        handlers.addAll(declared);
        boolean isBlock = steps.size() == 1 && handlers.isEmpty() && steps.getFirst() instanceof Step.Inner;
        return isBlock ? ((Step.Inner) steps.getFirst()).code() : new Code(steps, handlers);
    }

    /** Steps up to what ends them, which is left. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        while (!cursor.isAtEnd() && !cursor.isAtAny(ENDS)) {
            int start = cursor.at();
            if (!isNothing()) {
                step(steps, start);
            }
            steps.addAll(given);
            given.clear();
            if (cursor.at() == start) {
                cursor.next();
            }
        }
        return steps;
    }

    /** Marks, labels and declarations. */
    private boolean isNothing() {
        if (isMark()) {
            cursor.next();
            return true;
        }
        if (isText("<<")) {
            while (!cursor.isAtEnd() && !isText(">>")) {
                cursor.next();
            }
            cursor.next();
            return true;
        }
        if (cursor.isName() && cursor.isBefore(':')) {
            cursor.next();
            cursor.next();
            return true;
        }
        if (cursor.isAt("DECLARE")) {
            declaration();
            return true;
        }
        return false;
    }

    private boolean isMark() {
        return isText(";");
    }

    private boolean isText(String text) {
        return !cursor.isAtEnd() && cursor.tokens().text(cursor.at()).equals(text);
    }

    /** Of PostgreSQL and Oracle one {@code DECLARE} goes up to {@code BEGIN}; of MySQL each has its own. */
    private void declaration() {
        int start = cursor.at();
        cursor.next();
        boolean goesOn = cursor.isAt("CONTINUE");
        cursor.takeAny(Set.of("CONTINUE", "EXIT", "UNDO"));
        if (cursor.take("HANDLER", "FOR")) {
            List<String> awaited = conditions.read();
            List<Step> steps = new ArrayList<>();
            step(steps, cursor.at());
            declared.add(new Code.Handler(awaited, goesOn, steps, cursor.placeSince(start)));
            return;
        }
        if (conditions.isDeclaration()) {
            return;
        }
        cursor.goTo(start);
        boolean isAll = cursor.dialect() == Dialect.POSTGRESQL || cursor.dialect() == Dialect.ORACLE;
        if (isAll) {
            cursor.take("DECLARE");
            while (!cursor.isAtEnd() && !cursor.isAt("BEGIN")) {
                variable();
            }
        } else {
            clause();
        }
    }

    /** {@code name type := value;}: as a step, where there is a value. */
    private void variable() {
        int start = cursor.at();
        boolean isGiven = false;
        while (!cursor.isAtEnd() && !cursor.isAt("BEGIN") && !isMark()) {
            isGiven |= isText(":=");
            cursor.skip();
        }
        Clause clause = cursor.since(start);
        if (isGiven) {
            given.add(new Step.Other(clause, clause.place()));
        }
        if (isMark()) {
            cursor.next();
        }
    }

    private List<Code.Handler> handlers() {
        cursor.take("EXCEPTION");
        List<Code.Handler> handlers = new ArrayList<>();
        while (cursor.isAt("WHEN")) {
            int start = cursor.at();
            cursor.take("WHEN");
            List<String> awaited = conditions.read();
            cursor.take("THEN");
            handlers.add(new Code.Handler(awaited, false, steps(), cursor.placeSince(start)));
        }
        return handlers;
    }

    private void step(List<Step> steps, int start) {
        switch (cursor.word()) {
            case "BEGIN" -> block(steps, start);
            case "IF" -> steps.add(new ChoiceReader(cursor, this).ifElse());
            case "CASE" -> steps.add(new ChoiceReader(cursor, this).cases());
            case "LOOP", "WHILE", "FOR", "FOREACH", "REPEAT" -> steps.add(loop(start));
            default -> steps.add(plain());
        }
    }

    private void block(List<Step> steps, int start) {
        boolean isTransaction = cursor.isAt("BEGIN", "TRAN") || cursor.isAt("BEGIN", "TRANSACTION");
        if (isTransaction) {
            steps.add(plain());
            return;
        }
        cursor.next();
        cursor.take("NOT");
        cursor.takeAny(Set.of("ATOMIC", "TRY", "CATCH"));
        CodeReader inner = new CodeReader(cursor);
        List<Step> own = inner.steps();
        List<Code.Handler> handlers = new ArrayList<>(cursor.isAt("EXCEPTION") ? handlers() : List.of());
        handlers.addAll(inner.declared);
        end();
        int caught = cursor.at();
        if (cursor.take("BEGIN", "CATCH")) {
            handlers.add(new Code.Handler(List.of("others"), false, steps(), cursor.placeSince(caught)));
            end();
        }
        steps.add(new Step.Inner(new Code(own, handlers), cursor.placeSince(start)));
    }

    /** {@code END}, with what it is the end of. */
    void end() {
        if (cursor.take("END")) {
            cursor.takeAny(Set.of("IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR", "TRY", "CATCH"));
            if (!isMark() && cursor.isName() && !cursor.isAtAny(ENDS) && !hasNoMarks()) {
                // The label of the block.
                cursor.next();
            }
        }
    }

    boolean hasNoMarks() {
        return cursor.dialect() == Dialect.SQL_SERVER;
    }

    private Step loop(int start) {
        boolean isPlain = cursor.take("LOOP") || cursor.take("REPEAT");
        Clause head = isPlain ? cursor.since(start) : cursor.across(Set.of("LOOP", "DO", "BEGIN"));
        if (cursor.isAt("BEGIN") && hasNoMarks()) {
            List<Step> steps = new ArrayList<>();
            step(steps, cursor.at());
            return new Step.Loop(head, steps, cursor.placeSince(start));
        }
        if (!isPlain) {
            cursor.next();
        }
        List<Step> steps = steps();
        if (cursor.isAt("UNTIL")) {
            head = cursor.across(Set.of("END"));
        }
        end();
        return new Step.Loop(head, steps, cursor.placeSince(start));
    }

    /** One step alone, as SQL Server has it behind a condition. */
    void single(List<Step> steps) {
        step(steps, cursor.at());
    }

    private Step plain() {
        Clause clause = clause();
        return new PlainStepReader(cursor.inside(clause)).read(clause);
    }

    /** Up to the mark, which is passed; or, where none is needed, up to the next statement. */
    private Clause clause() {
        int start = cursor.at();
        int limit = hasNoMarks() ? endOfFirst() : Integer.MAX_VALUE;
        while (!cursor.isAtEnd() && !isMark() && cursor.at() < limit && !(hasNoMarks() && isBlockEnd(start))) {
            cursor.skip();
        }
        Clause clause = cursor.since(start);
        if (isMark()) {
            cursor.next();
        }
        return clause;
    }

    private boolean isBlockEnd(int start) {
        return cursor.at() > start && (cursor.isAt("ELSE") || cursor.isAt("END"));
    }

    /** Where SQL Server would begin another statement. */
    private int endOfFirst() {
        Tokens tokens = cursor.tokens();
        Place rest = new Place(tokens.start(cursor.at()), tokens.start(tokens.size()));
        return Script.within(tokens.source(), rest, cursor.dialect()).statements().stream()
                .findFirst()
                .map(statement -> cursor.at()
                        + statement.clause().to()
                        - statement.clause().from())
                .orElse(Integer.MAX_VALUE);
    }
}
