package dev.migtrue.language.code.efcore;

import dev.migtrue.language.code.csharp.CSharp;
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
import java.util.stream.Stream;

/** A migration of Entity Framework Core: what its method {@code Up} does. */
public final class EfMigration {

    private EfMigration() {}

    /** Never throws: what is not understood is told. */
    public static Program read(String text, Dialect dialect) {
        List<Operation> operations = ModuleRun.of(new CSharp(), text, ModuleRun.As.IMPORT, dialect, new EfCore(dialect))
                .map(EfMigration::operations)
                .orElseGet(() -> List.of(new Operation.Unrecognized(
                        "a file that takes a native parser to read, which does not load on this machine", Span.START)));
        return new Program(dialect, mode(dialect), operations);
    }

    /** Each migration has a transaction; where definitions end one, it is as if there were none. */
    private static Mode mode(Dialect dialect) {
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
        Optional<Following.Followed> up = type.call("Up", EfCore.BUILDER);
        return Stream.concat(
                        type.body().outcome().operations().stream(),
                        up.stream().flatMap(followed -> followed.outcome().operations().stream()))
                .toList();
    }
}
