package dev.migtrue.language.code.sqlalchemy;

import dev.migtrue.language.code.DriverImports;
import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.ModuleRun;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.python.Python;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.reader.StatementReader;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Python program that no tool runs, and that makes its tables itself. */
public final class PythonProgram {

    private static final DriverImports DRIVERS = DriverImports.of(
            "(?m)^\\s*(?:import|from)\\s+(?:%s)\\b",
            "sqlite3|aiosqlite|apsw",
            "psycopg2?|asyncpg|pg8000",
            "mariadb",
            "pymysql|MySQLdb|mysql\\.connector|aiomysql");
    private static final Pattern AUTOCOMMIT =
            Pattern.compile("(?i)autocommit\\s*=\\s*True|\"AUTOCOMMIT\"|'AUTOCOMMIT'");

    private PythonProgram() {}

    /** What kind of database it is written for, by what it imports; absent where that does not tell. */
    public static Optional<Dialect> dialect(String text) {
        return DRIVERS.dialect(text);
    }

    /**
     * What it does when it is run: the module, and behind it each function that nothing in it calls and that defines something. Never throws:
     * what is not understood is told.
     */
    public static Program read(String text, Dialect dialect) {
        boolean isWhole =
                dialect == Dialect.POSTGRESQL && !AUTOCOMMIT.matcher(text).find();
        Mode mode = isWhole ? Mode.ONE_TRANSACTION : Mode.STATEMENT_BY_STATEMENT;
        List<Operation> operations = ModuleRun.of(
                        new Python(), text, ModuleRun.As.PROGRAM, dialect, library(dialect, mode))
                .map(run -> operations(run, dialect))
                .orElse(ModuleRun.UNREAD);
        return new Program(dialect, mode, operations);
    }

    private static List<Operation> operations(ModuleRun run, Dialect dialect) {
        List<Operation> all = new ArrayList<>(run.operations());
        run.uncalled().filter(done -> isDefining(done, dialect)).forEach(all::addAll);
        return all;
    }

    private static boolean isDefining(List<Operation> operations, Dialect dialect) {
        return operations.stream().anyMatch(operation -> switch (operation) {
            case Operation.Written written ->
                isDefining(
                        written.file()
                                .substring(
                                        written.place().start(), written.place().end()),
                        dialect);
            case Operation.Called called -> isDefining(called.sql(), dialect);
            case Operation.Guarded guarded ->
                isDefining(guarded.then(), dialect) || isDefining(guarded.otherwise(), dialect);
            case Operation.Attempt attempt ->
                isDefining(attempt.tried(), dialect) || isDefining(attempt.handler(), dialect);
            case Operation.Recorded recorded -> isDefining(recorded.operations(), dialect);
            case Operation.Nested nested -> isDefining(nested.operations(), dialect);
            case Operation.Repeated repeated -> isDefining(repeated.operations(), dialect);
            case Operation.Leave leave -> false;
            case Operation.Unrecognized unrecognized -> false;
        });
    }

    private static boolean isDefining(String sql, Dialect dialect) {
        return Script.of(sql, dialect).statements().stream()
                .map(StatementReader::read)
                .anyMatch(action -> action instanceof Action.Create
                        || action instanceof Action.Alter
                        || action instanceof Action.Drop
                        || action instanceof Action.Rename);
    }

    /** What the drivers of databases bring, besides SQLAlchemy. */
    private static Library library(Dialect dialect, Mode mode) {
        SqlAlchemy items = new SqlAlchemy(dialect);
        return call -> ended(call.name(), call.arguments(), mode, call.at()).or(() -> items.call(call));
    }

    private static Optional<Outcome> ended(String name, Arguments arguments, Mode mode, Span at) {
        boolean isEnd = (name.equals("commit") || name.equals("rollback"))
                && arguments.positional().isEmpty();
        if (!isEnd) {
            return Optional.empty();
        }
        return Optional.of(
                mode == Mode.STATEMENT_BY_STATEMENT
                        ? Outcome.of(new Value.None())
                        : Outcome.of(List.of(
                                new Operation.Called(name.toUpperCase(Locale.ROOT), at),
                                new Operation.Called("BEGIN", at))));
    }
}
