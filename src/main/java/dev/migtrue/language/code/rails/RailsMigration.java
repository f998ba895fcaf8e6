package dev.migtrue.language.code.rails;

import dev.migtrue.language.code.follow.ClassRun;
import dev.migtrue.language.code.follow.Following;
import dev.migtrue.language.code.follow.ModuleRun;
import dev.migtrue.language.code.ruby.Ruby;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A migration of Rails: what its method {@code change} or {@code up} does. */
public final class RailsMigration {

    private static final String WITHOUT_TRANSACTION = "disable_ddl_transaction!";

    private RailsMigration() {}

    /** Never throws: what is not understood is told. */
    public static Program read(String text, Dialect dialect) {
        List<Operation> operations = ModuleRun.of(
                        new Ruby(), text, ModuleRun.As.IMPORT, dialect, new Rails(dialect, RailsVersion.of(text)))
                .map(RailsMigration::operations)
                .orElseGet(() -> List.of(new Operation.Unrecognized(
                        "a file that takes a native parser to read, which does not load on this machine", Span.START)));
        return new Program(dialect, mode(text, dialect), operations);
    }

    /** Rails takes a transaction where definitions can be taken back; where nobody knows, nothing is held against it. */
    private static Mode mode(String text, Dialect dialect) {
        if (text.lines().anyMatch(line -> line.strip().equals(WITHOUT_TRANSACTION))) {
            return Mode.STATEMENT_BY_STATEMENT;
        }
        return switch (dialect) {
            case POSTGRESQL, SQLITE, SQL_SERVER, ANSI -> Mode.ONE_TRANSACTION;
            case MYSQL, MARIADB, ORACLE, H2 -> Mode.STATEMENT_BY_STATEMENT;
        };
    }

    private static List<Operation> operations(ModuleRun run) {
        Stream<Operation> own = run.operations().stream();
        Stream<Operation> classes = run.classes().stream()
                .filter(type -> type.superclasses().contains("Migration"))
                .flatMap(type -> done(type).stream());
        return Stream.concat(own, classes).toList();
    }

    private static List<Operation> done(ClassRun type) {
        Optional<Following.Followed> change = type.call("change").or(() -> type.call("up"));
        return Stream.concat(
                        type.body().outcome().operations().stream(),
                        change.stream().flatMap(followed -> followed.outcome().operations().stream()))
                .toList();
    }
}
