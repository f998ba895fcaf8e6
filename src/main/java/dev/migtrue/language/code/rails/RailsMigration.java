package dev.migtrue.language.code.rails;

import dev.migtrue.language.code.follow.ModuleRun;
import dev.migtrue.language.code.ruby.Ruby;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import java.util.List;

/** A migration of Rails: what its method {@code change} or {@code up} does. */
public final class RailsMigration {

    private static final String WITHOUT_TRANSACTION = "disable_ddl_transaction!";

    private RailsMigration() {}

    /** Never throws: what is not understood is told. */
    public static Program read(String text, Dialect dialect) {
        List<Operation> operations = ModuleRun.of(
                        new Ruby(), text, ModuleRun.As.IMPORT, dialect, new Rails(dialect, RailsVersion.of(text)))
                .map(run ->
                        run.operations("Migration", type -> type.call("change").or(() -> type.call("up"))))
                .orElse(ModuleRun.UNREAD);
        return new Program(dialect, mode(text, dialect), operations);
    }

    private static Mode mode(String text, Dialect dialect) {
        return text.lines().anyMatch(line -> line.strip().equals(WITHOUT_TRANSACTION))
                ? Mode.STATEMENT_BY_STATEMENT
                : Mode.whereDefinitionsRollBack(dialect);
    }
}
