package dev.migtrue.language.code.efcore;

import dev.migtrue.language.code.csharp.CSharp;
import dev.migtrue.language.code.follow.ModuleRun;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import java.util.List;

/** A migration of Entity Framework Core: what its method {@code Up} does. */
public final class EfMigration {

    private EfMigration() {}

    /** Never throws: what is not understood is told. */
    public static Program read(String text, Dialect dialect) {
        List<Operation> operations = ModuleRun.of(new CSharp(), text, ModuleRun.As.IMPORT, dialect, new EfCore(dialect))
                .map(run -> run.operations("Migration", type -> type.call("Up", EfCore.BUILDER)))
                .orElse(ModuleRun.UNREAD);
        return new Program(dialect, Mode.whereDefinitionsRollBack(dialect), operations);
    }
}
