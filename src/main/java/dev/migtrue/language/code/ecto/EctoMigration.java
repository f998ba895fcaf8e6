package dev.migtrue.language.code.ecto;

import dev.migtrue.language.code.elixir.Elixir;
import dev.migtrue.language.code.follow.ModuleRun;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import java.util.List;
import java.util.regex.Pattern;

/** A migration of Ecto: what its function {@code change} or {@code up} does. */
public final class EctoMigration {

    private static final Pattern WITHOUT_TRANSACTION = Pattern.compile("(?m)^\\s*@disable_ddl_transaction\\s+true\\b");

    private EctoMigration() {}

    /** Never throws: what is not understood is told. */
    public static Program read(String text, Dialect dialect) {
        List<Operation> operations = ModuleRun.of(new Elixir(), text, ModuleRun.As.IMPORT, dialect, new Ecto(dialect))
                .map(run ->
                        run.operations("Migration", type -> type.call("change").or(() -> type.call("up"))))
                .orElse(ModuleRun.UNREAD);
        return new Program(dialect, mode(text, dialect), operations);
    }

    private static Mode mode(String text, Dialect dialect) {
        return WITHOUT_TRANSACTION.matcher(text).find()
                ? Mode.STATEMENT_BY_STATEMENT
                : Mode.whereDefinitionsRollBack(dialect);
    }
}
