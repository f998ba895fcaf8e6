package dev.migtrue.language.code.goose;

import dev.migtrue.language.code.follow.ModuleRun;
import dev.migtrue.language.code.go.Go;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A migration of goose in Go: what the function does that it registers for the way up. */
public final class GooseMigration {

    private static final Pattern REGISTERED = Pattern.compile("\\bAdd(?:Named)?Migration(?:NoTx)?(?:Context)?\\s*\\(");
    private static final Pattern WITHOUT_TRANSACTION =
            Pattern.compile("\\bAdd(?:Named)?MigrationNoTx(?:Context)?\\s*\\(|\\bRunDB\\s*:");

    private GooseMigration() {}

    /** Never throws: what is not understood is told. A file that registers nothing does what its functions do that nothing in it calls. */
    public static Program read(String text, Dialect dialect) {
        List<Operation> operations = ModuleRun.of(new Go(), text, ModuleRun.As.IMPORT, dialect, new GoDatabase(dialect))
                .map(run -> operations(run, REGISTERED.matcher(text).find()))
                .orElse(ModuleRun.UNREAD);
        return new Program(
                dialect,
                WITHOUT_TRANSACTION.matcher(text).find() ? Mode.STATEMENT_BY_STATEMENT : Mode.ONE_TRANSACTION,
                operations);
    }

    private static List<Operation> operations(ModuleRun run, boolean isRegistered) {
        return isRegistered
                ? run.operations()
                : Stream.concat(run.operations().stream(), run.uncalled().flatMap(List::stream))
                        .toList();
    }
}
