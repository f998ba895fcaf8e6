package dev.migtrue.language.code.sqlalchemy;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.follow.ModuleRun;
import dev.migtrue.language.code.python.Python;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A revision of Alembic: what its function {@code upgrade} does. */
public final class AlembicRevision {

    private AlembicRevision() {}

    /** Never throws: what is not understood is told. */
    public static Program read(String text, Dialect dialect) {
        List<Operation> operations = ModuleRun.of(
                        new Python(), text, ModuleRun.As.IMPORT, dialect, new Alembic(dialect))
                .map(AlembicRevision::operations)
                .orElse(ModuleRun.UNREAD);
        return new Program(dialect, mode(dialect), operations);
    }

    /**
     * Alembic opens a transaction where definitions can be taken back, by its own idea of the database; where nobody knows it, nothing is
     * held against it.
     */
    private static Mode mode(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL, SQL_SERVER, ANSI -> Mode.ONE_TRANSACTION;
            case MYSQL, MARIADB, SQLITE, ORACLE, H2 -> Mode.STATEMENT_BY_STATEMENT;
        };
    }

    private static List<Operation> operations(ModuleRun run) {
        Optional<List<Operation>> upgrade = run.call("upgrade");
        // The template for several databases has a function for each.
        List<String> parts = run.module().children().stream()
                .filter(part -> part.is("function_definition"))
                .flatMap(part -> part.field("name").map(CodeNode::text).stream())
                .filter(name -> name.startsWith("upgrade_"))
                .toList();
        if (upgrade.filter(done -> !done.isEmpty()).isPresent() || parts.isEmpty()) {
            return Stream.concat(run.operations().stream(), upgrade.stream().flatMap(List::stream))
                    .toList();
        }
        return parts.stream()
                .flatMap(name -> run.call(name).stream().flatMap(List::stream))
                .toList();
    }
}
