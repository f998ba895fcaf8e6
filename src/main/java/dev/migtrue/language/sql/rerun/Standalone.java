package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.reader.StatementReader;
import java.util.regex.Pattern;

/** Which statements a database refuses in a transaction. */
public final class Standalone {

    /** Without one of these there is none: reading statements for nothing takes time. */
    private static final Pattern WORDS =
            Pattern.compile("\\b(?:CONCURRENTLY|VACUUM|DATABASE|TABLESPACE)\\b", Pattern.CASE_INSENSITIVE);

    private Standalone() {}

    /** Whether a script holds one. */
    public static boolean isIn(Script script) {
        return WORDS.matcher(script.tokens().source()).find()
                && script.statements().stream()
                        .anyMatch(statement -> is(StatementReader.read(statement), script.dialect()));
    }

    static boolean is(Action action, Dialect dialect) {
        if (dialect != Dialect.POSTGRESQL) {
            return false;
        }
        return switch (action) {
            case Action.Create create -> create.modifiers().has(Modifier.CONCURRENTLY) || isApart(create.kind());
            case Action.Drop drop -> drop.modifiers().has(Modifier.CONCURRENTLY) || isApart(drop.kind());
            case Action.Utility utility ->
                utility.verb().equals("VACUUM")
                        || (utility.verb().equals("REINDEX")
                                && utility.modifiers().has(Modifier.CONCURRENTLY));
            case Action.Alter alter ->
                alter.changes().stream()
                        .anyMatch(change -> change instanceof Change.DetachPartition detach
                                && detach.modifiers().has(Modifier.CONCURRENTLY));
            default -> false;
        };
    }

    private static boolean isApart(ObjectKind kind) {
        return switch (kind) {
            case DATABASE, TABLESPACE -> true;
            default -> false;
        };
    }
}
