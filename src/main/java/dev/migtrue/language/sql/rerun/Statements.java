package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Lines;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.reader.StatementReader;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The statements of a program, each read once however often it is run. */
final class Statements {

    private final Dialect dialect;
    private final IdentityHashMap<Operation, List<Line>> read = new IdentityHashMap<>();
    private int count;

    Statements(Dialect dialect) {
        this.dialect = dialect;
    }

    List<Line> of(Operation.Written written) {
        return Objects.requireNonNull(read.computeIfAbsent(written, operation -> {
            Lines lines = Lines.of(written.file());
            return lines(
                    operation,
                    written.file(),
                    Script.within(written.file(), written.place(), dialect).statements(),
                    lines::span);
        }));
    }

    List<Line> of(Operation.Called called) {
        return Objects.requireNonNull(read.computeIfAbsent(
                called,
                operation -> lines(
                        operation,
                        called.sql(),
                        Script.of(called.sql(), dialect).statements(),
                        place -> called.at())));
    }

    private List<Line> lines(
            Operation operation, String text, List<Statement> statements, Function<Place, Span> spans) {
        List<Line> lines = new ArrayList<>();
        for (Statement statement : statements) {
            Place place = statement.content().place();
            lines.add(new Line(
                    count++,
                    operation,
                    statement,
                    StatementReader.read(statement),
                    new Text(text, place),
                    spans.apply(place)));
        }
        return List.copyOf(lines);
    }
}
