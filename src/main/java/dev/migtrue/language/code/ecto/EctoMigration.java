package dev.migtrue.language.code.ecto;

import dev.migtrue.language.code.elixir.Elixir;
import dev.migtrue.language.code.follow.ClassRun;
import dev.migtrue.language.code.follow.Following;
import dev.migtrue.language.code.follow.ModuleRun;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A migration of Ecto: what its function {@code change} or {@code up} does. */
public final class EctoMigration {

    private static final Pattern WITHOUT_TRANSACTION = Pattern.compile("(?m)^\\s*@disable_ddl_transaction\\s+true\\b");

    private EctoMigration() {}

    /** Never throws: what is not understood is told. */
    public static Program read(String text, Dialect dialect) {
        List<Operation> operations = ModuleRun.of(new Elixir(), text, ModuleRun.As.IMPORT, dialect, new Ecto(dialect))
                .map(EctoMigration::operations)
                .orElseGet(() -> List.of(new Operation.Unrecognized(
                        "a file that takes a native parser to read, which does not load on this machine", Span.START)));
        return new Program(dialect, mode(text, dialect), operations);
    }

    /** Ecto takes a transaction where its adapter says that definitions can be taken back. */
    private static Mode mode(String text, Dialect dialect) {
        if (WITHOUT_TRANSACTION.matcher(text).find()) {
            return Mode.STATEMENT_BY_STATEMENT;
        }
        return switch (dialect) {
            case POSTGRESQL, SQLITE, SQL_SERVER, ANSI -> Mode.ONE_TRANSACTION;
            case MYSQL, MARIADB, ORACLE, H2 -> Mode.STATEMENT_BY_STATEMENT;
        };
    }

    private static List<Operation> operations(ModuleRun run) {
        Stream<Operation> classes = run.classes().stream()
                .filter(type -> type.superclasses().contains("Migration"))
                .flatMap(type -> done(type).stream());
        return Stream.concat(run.operations().stream(), classes).toList();
    }

    private static List<Operation> done(ClassRun type) {
        Optional<Following.Followed> change = type.call("change").or(() -> type.call("up"));
        return Stream.concat(
                        type.body().outcome().operations().stream(),
                        change.stream().flatMap(followed -> followed.outcome().operations().stream()))
                .toList();
    }
}
