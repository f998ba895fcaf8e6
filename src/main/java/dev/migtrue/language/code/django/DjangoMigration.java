package dev.migtrue.language.code.django;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.ModuleRun;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.code.python.Python;
import dev.migtrue.language.code.sqlalchemy.SqlAlchemy;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A migration of Django. Of its own operations Django keeps a record; SQL and functions that a project gives it are the project's. */
public final class DjangoMigration {

    private static final String CLASS = "Migration";

    private final ModuleRun run;
    private final DjangoOperations operations;

    private DjangoMigration(ModuleRun run, DjangoOperations operations) {
        this.run = run;
        this.operations = operations;
    }

    /**
     * Never throws: what is not understood is told.
     *
     * @param app the label of the app that it belongs to
     */
    public static Program read(String text, String app, Dialect dialect) {
        Optional<ModuleRun> run =
                ModuleRun.of(new Python(), text, ModuleRun.As.IMPORT, dialect, new SqlAlchemy(dialect));
        List<Operation> operations = run.map(module -> new DjangoMigration(
                                module, new DjangoOperations(new ModelText(app, new Identifiers(dialect))))
                        .all())
                .orElse(ModuleRun.UNREAD);
        boolean isAtomic = run.flatMap(module -> module.attribute(CLASS, "atomic"))
                .filter(new Value.Truth(false)::equals)
                .isEmpty();
        return new Program(
                dialect, isAtomic ? Mode.whereDefinitionsRollBack(dialect) : Mode.STATEMENT_BY_STATEMENT, operations);
    }

    private List<Operation> all() {
        return run.attribute(CLASS, "operations").map(this::each).orElse(List.of());
    }

    private List<Operation> each(Value value) {
        if (!(value instanceof Value.Items items)) {
            return List.of(new Operation.Unrecognized("operations that are known only when they run", Span.START));
        }
        List<Operation> all = new ArrayList<>();
        items.values().forEach(item -> all.addAll(one(item)));
        return all;
    }

    private List<Operation> one(Value item) {
        if (!(item instanceof Value.Made made)) {
            return List.of(new Operation.Unrecognized("an operation of the project's own", Span.START));
        }
        Span at = made.at().orElse(Span.START);
        Arguments given = made.arguments();
        return switch (made.maker()) {
            case "RunSQL" -> given.get(0, "sql").map(sql -> sql(sql, at)).orElse(List.of());
            case "RunPython" ->
                given.get(0, "code").map(code -> function(code, at)).orElse(List.of());
            case "SeparateDatabaseAndState" ->
                given.get(0, "database_operations").map(this::each).orElse(List.of());
            default ->
                operations
                        .of(made.maker(), given)
                        .map(statements -> recorded(statements, at))
                        .orElseGet(() -> List.of(new Operation.Unrecognized("'" + made.maker() + "'", at)));
        };
    }

    private static List<Operation> recorded(List<String> statements, Span at) {
        return statements.isEmpty()
                ? List.of()
                : List.of(new Operation.Recorded(
                        statements.stream()
                                .<Operation>map(sql -> new Operation.Called(sql, at))
                                .toList(),
                        at));
    }

    /** A string, a list of strings, or of pairs of a string and its parameters. */
    private List<Operation> sql(Value sql, Span at) {
        if (sql instanceof Value.Named named && Values.lastName(named).equals("noop")) {
            return List.of();
        }
        if (sql instanceof Value.Items parts) {
            return parts.values().stream()
                    .flatMap(part -> sql(first(part), at).stream())
                    .toList();
        }
        return List.of(Values.literal(sql)
                .map(text -> run.sql(text, at))
                .orElseGet(() -> new Operation.Unrecognized("SQL that is known only when it runs", at)));
    }

    private static Value first(Value part) {
        return part instanceof Value.Items pair && !pair.values().isEmpty()
                ? pair.values().getFirst()
                : part;
    }

    /** A function may write rows through models, which nobody sees from here. */
    private List<Operation> function(Value code, Span at) {
        if (Values.lastName(code).equals("noop")) {
            return List.of();
        }
        if (!(code instanceof Value.Function function)) {
            return List.of(new Operation.Unrecognized("a function from elsewhere", at));
        }
        List<Operation> done = new ArrayList<>(run.call(function).outcome().operations());
        String text = function.definition().text();
        if (text.contains("get_model")
                || text.contains(".objects")
                || (text.contains("schema_editor.") && done.isEmpty())) {
            done.add(new Operation.Unrecognized("rows that a function changes through models", at));
        }
        return done;
    }
}
