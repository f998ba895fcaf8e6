package dev.migtrue.language.sql.program;

import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.reader.StatementReader;
import java.util.List;
import java.util.function.Function;

/**
 * How many statements were read. A step of code that is not understood counts as one statement.
 *
 * @param notUnderstood how many of them are not understood
 */
public record Tally(int statements, int notUnderstood) {

    public static final Tally NOTHING = new Tally(0, 0);

    /** The statements of a program, each once, however often it is run. */
    public static Tally of(Program program) {
        return of(program.operations(), operation -> switch (operation) {
            case Operation.Written written -> of(Script.within(written.file(), written.place(), program.dialect()));
            case Operation.Called called -> of(Script.of(called.sql(), program.dialect()));
            case Operation.Unrecognized unrecognized -> new Tally(1, 1);
            default -> NOTHING;
        });
    }

    private static Tally of(List<Operation> operations, Function<Operation, Tally> leaf) {
        Tally sum = NOTHING;
        for (Operation operation : operations) {
            sum = sum.and(
                    switch (operation) {
                        case Operation.Guarded guarded ->
                            of(guarded.then(), leaf).and(of(guarded.otherwise(), leaf));
                        case Operation.Attempt attempt ->
                            of(attempt.tried(), leaf).and(of(attempt.handler(), leaf));
                        case Operation.Recorded recorded -> of(recorded.operations(), leaf);
                        case Operation.Nested nested -> of(nested.operations(), leaf);
                        case Operation.Repeated repeated -> of(repeated.operations(), leaf);
                        default -> leaf.apply(operation);
                    });
        }
        return sum;
    }

    private static Tally of(Script script) {
        List<Statement> statements = script.statements();
        int unknown = (int) statements.stream()
                .filter(statement -> StatementReader.read(statement) instanceof Action.Unrecognized)
                .count();
        return new Tally(statements.size(), unknown);
    }

    /** Both together. */
    public Tally and(Tally other) {
        return new Tally(statements + other.statements, notUnderstood + other.notUnderstood);
    }
}
