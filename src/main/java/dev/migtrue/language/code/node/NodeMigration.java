package dev.migtrue.language.code.node;

import dev.migtrue.language.code.DriverImports;
import dev.migtrue.language.code.follow.ClassRun;
import dev.migtrue.language.code.follow.Following;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.ModuleRun;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.javascript.Script;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A file of JavaScript or TypeScript: what its function {@code up} does, or the program that it is. */
public final class NodeMigration {

    private static final List<String> UP =
            List.of("exports.up", "module.exports.up", "up", "exports.default", "module.exports");
    private static final DriverImports DRIVERS = DriverImports.of(
            "['\"](?:%s)['\"]",
            "better-sqlite3|sqlite3?|node:sqlite|bun:sqlite|@libsql/client|sql\\.js",
            "pg|postgres|pg-promise|node-pg-migrate|slonik",
            "mariadb",
            "mysql2?|mysql2/promise");

    private NodeMigration() {}

    /** What kind of database it is written for, by what it imports; absent where that does not tell. */
    public static Optional<Dialect> dialect(String text) {
        return DRIVERS.dialect(text);
    }

    /** Never throws: what is not understood is told. */
    public static Program javascript(String text, Dialect dialect) {
        return read(Script.JAVASCRIPT, text, dialect);
    }

    /** Never throws: what is not understood is told. */
    public static Program typescript(String text, Dialect dialect) {
        return read(Script.TYPESCRIPT, text, dialect);
    }

    private static Program read(Script language, String text, Dialect dialect) {
        NodeTool tool = NodeTool.of(text);
        Mode mode = tool.mode(text, dialect);
        Library library = new NodeLibrary(tool.library(dialect, mode), new Drivers(mode));
        List<Operation> operations = ModuleRun.of(language, text, ModuleRun.As.PROGRAM, dialect, library)
                .map(run -> operations(run, tool))
                .orElse(ModuleRun.UNREAD);
        return new Program(dialect, mode, operations);
    }

    private static List<Operation> operations(ModuleRun run, NodeTool tool) {
        List<Operation> all = new ArrayList<>(run.operations());
        Optional<List<Operation>> up = up(run, tool).or(() -> classes(run, tool));
        up.ifPresentOrElse(all::addAll, () -> all.addAll(program(run, tool)));
        return all;
    }

    private static Optional<List<Operation>> up(ModuleRun run, NodeTool tool) {
        Optional<Value> exported = run.value("module.exports").or(() -> run.value("exports.default"));
        return exported.filter(Value.Entries.class::isInstance)
                .flatMap(value -> ((Value.Entries) value).get("up"))
                .or(() -> UP.stream()
                        .flatMap(name -> run.value(name).stream())
                        .filter(Value.Function.class::isInstance)
                        .findFirst())
                .filter(Value.Function.class::isInstance)
                .map(Value.Function.class::cast)
                .map(function ->
                        run.call(function, handed(function, tool)).outcome().operations());
    }

    /** Some runners hand over an object that has what migrates under a name. */
    private static Value[] handed(Value.Function function, NodeTool tool) {
        boolean isApart = function.definition()
                .field("parameters")
                .flatMap(given -> given.children().stream().findFirst())
                .filter(given -> given.text().startsWith("#"))
                .isPresent();
        return isApart && tool.handed().length > 0
                ? new Value[] {
                    new Value.Entries(List.of(new Value.Items(List.of(new Value.Text("context"), tool.handed()[0]))))
                }
                : tool.handed();
    }

    private static Optional<List<Operation>> classes(ModuleRun run, NodeTool tool) {
        List<Following.Followed> done =
                run.classes().stream().flatMap(type -> migrated(type, tool)).toList();
        return done.isEmpty()
                ? Optional.empty()
                : Optional.of(done.stream()
                        .flatMap(one -> one.outcome().operations().stream())
                        .toList());
    }

    private static Stream<Following.Followed> migrated(ClassRun type, NodeTool tool) {
        return type.call("up", tool.handed()).stream();
    }

    /** A program that is no migration: all that nothing in it calls. Of a migration whose steps are made elsewhere, that is told. */
    private static List<Operation> program(ModuleRun run, NodeTool tool) {
        boolean isMade = Stream.of("module.exports", "exports.up", "up", "exports.default")
                .flatMap(name -> run.value(name).stream())
                .anyMatch(Value.Made.class::isInstance);
        List<Operation> done = run.uncalled().flatMap(List::stream).toList();
        boolean isNothing = done.isEmpty() && run.operations().isEmpty();
        return isMade && (isNothing || tool != NodeTool.PLAIN)
                ? List.of(new Operation.Unrecognized("what a function of another file makes of it", Span.START))
                : done;
    }
}
