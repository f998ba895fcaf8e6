package dev.migtrue.gather.scratch.replay;

import dev.migtrue.gather.scratch.Outside;
import dev.migtrue.gather.scratch.Reach;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import java.util.ArrayList;
import java.util.List;

/** Programs as nothing but SQL. */
final class Plain {

    private Plain() {}

    /** The same in SQL; {@link Outside} where it does something that depends on what the database holds, or that nobody understands. */
    static Program of(Program program) throws Outside {
        List<Operation> written = new ArrayList<>();
        add(program.operations(), written);
        return new Program(program.dialect(), program.mode(), written);
    }

    private static void add(List<Operation> operations, List<Operation> written) throws Outside {
        for (Operation operation : operations) {
            switch (operation) {
                case Operation.Written sql -> written.add(sql);
                case Operation.Called sql ->
                    written.add(new Operation.Written(
                            sql.sql(), new Place(0, sql.sql().length())));
                case Operation.Recorded all -> add(all.operations(), written);
                case Operation.Nested all -> add(all.operations(), written);
                case Operation.Guarded guarded -> throw depends(guarded.at().startLine());
                case Operation.Attempt attempt -> throw depends(attempt.at().startLine());
                case Operation.Repeated repeated -> throw depends(repeated.at().startLine());
                case Operation.Leave leave -> throw depends(leave.at().startLine());
                case Operation.Unrecognized code ->
                    throw new Outside("line %d is code that nobody but its own tool can run: %s"
                            .formatted(code.at().startLine(), Refused.shortened(code.what())));
            }
        }
    }

    private static Outside depends(int line) {
        return new Outside("what line %d does depends on what the database holds".formatted(line));
    }

    /** All its statements, in order. */
    static List<Statement> statements(Program plain) {
        return plain.operations().stream()
                .filter(Operation.Written.class::isInstance)
                .map(Operation.Written.class::cast)
                .flatMap(sql -> Script.within(sql.file(), sql.place(), plain.dialect()).statements().stream())
                .toList();
    }

    /** The statements in it that are known, none of which reaches out of a throw-away database: then it is refused. */
    static List<Statement> reachable(Program program) throws Outside {
        List<Operation> written = new ArrayList<>();
        collect(program.operations(), written);
        List<Statement> statements = statements(new Program(program.dialect(), program.mode(), written));
        for (Statement statement : statements) {
            Reach.check(statement);
        }
        return statements;
    }

    private static void collect(List<Operation> operations, List<Operation> written) throws Outside {
        for (Operation operation : operations) {
            switch (operation) {
                case Operation.Guarded guarded -> {
                    collect(guarded.then(), written);
                    collect(guarded.otherwise(), written);
                }
                case Operation.Unrecognized unknown -> {}
                case Operation.Written sql -> written.add(sql);
                case Operation.Called sql -> add(List.of(sql), written);
                case Operation.Recorded all -> collect(all.operations(), written);
                case Operation.Nested all -> collect(all.operations(), written);
                case Operation.Attempt attempt -> collect(attempt.tried(), written);
                case Operation.Repeated repeated -> collect(repeated.operations(), written);
                case Operation.Leave leave -> {}
            }
        }
    }
}
