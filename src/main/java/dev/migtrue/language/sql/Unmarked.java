package dev.migtrue.language.sql;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where a statement of SQL Server ends that no mark ends: before a line which begins with a word that can only begin
 * another one.
 */
final class Unmarked {

    private static final Set<String> STARTERS = Set.of(
            "CREATE",
            "ALTER",
            "DROP",
            "INSERT",
            "UPDATE",
            "DELETE",
            "MERGE",
            "SELECT",
            "TRUNCATE",
            "GRANT",
            "REVOKE",
            "DENY",
            "EXEC",
            "EXECUTE",
            "IF",
            "WHILE",
            "BEGIN",
            "COMMIT",
            "ROLLBACK",
            "SAVE",
            "DECLARE",
            "SET",
            "PRINT",
            "USE",
            "RAISERROR",
            "THROW",
            "RETURN",
            "WAITFOR",
            "OPEN",
            "FETCH",
            "CLOSE",
            "DEALLOCATE",
            "ENABLE",
            "DISABLE",
            "DBCC",
            "CHECKPOINT",
            "BULK",
            "BACKUP",
            "RESTORE");

    /** What goes on with a statement that has begun with the key. */
    private static final Map<String, Set<String>> CONTINUED = Map.of(
            "INSERT", Set.of("SELECT", "EXEC", "EXECUTE"),
            "UPDATE", Set.of("SET"),
            "MERGE", STARTERS,
            "DROP", Set.of("IF"),
            "IF", STARTERS,
            "WHILE", STARTERS,
            "WITH", Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE"));

    /** Words that something must follow. */
    private static final Set<String> JOINERS = Set.of(
            "AS",
            "FOR",
            "THEN",
            "ELSE",
            "UNION",
            "ALL",
            "EXCEPT",
            "INTERSECT",
            "OR",
            "AND",
            "NOT",
            "ON",
            "AFTER",
            "OF",
            "BEGIN",
            "GRANT",
            "REVOKE",
            "DENY",
            "IN",
            "INTO",
            "FROM",
            "WHERE",
            "TRY",
            "TABLE",
            "PROCEDURE",
            "TO",
            "BY");

    private final Tokens tokens;

    /** Where the statement begins, or the one inside that it now is about: {@code IF … CREATE …}. */
    private int lead;

    private final boolean isConditional;

    Unmarked(Tokens tokens, int start) {
        this.tokens = tokens;
        this.lead = start;
        this.isConditional = tokens.isWord(start, "IF");
    }

    boolean isConditional() {
        return isConditional;
    }

    boolean isOverBefore(int index) {
        String word = upper(index);
        if (!STARTERS.contains(word)) {
            return false;
        }
        int previous = previous(index);
        String before = upper(previous);
        if (CONTINUED.getOrDefault(upper(lead), Set.of()).contains(word) || before.equals("ELSE")) {
            lead = upper(lead).equals("MERGE") || word.equals("SET") ? lead : index;
            return false;
        }
        boolean isCut =
                tokens.kind(previous) == TokenKind.SIGN ? !tokens.isSign(previous, ')') : JOINERS.contains(before);
        return !isCut && isFirstOfLine(previous, index) && !isActionOfAlter(index);
    }

    private String upper(int index) {
        return tokens.text(index).toUpperCase(Locale.ROOT);
    }

    private int previous(int index) {
        int previous = index - 1;
        while (tokens.isSilent(previous)) {
            previous--;
        }
        return previous;
    }

    private boolean isFirstOfLine(int previous, int index) {
        for (int at = tokens.end(previous); at < tokens.start(index); at++) {
            if (tokens.source().charAt(at) == '\n' || tokens.source().charAt(at) == '\r') {
                return true;
            }
        }
        return false;
    }

    /** {@code ALTER TABLE dbo.t} and nothing more cannot be a statement. */
    private boolean isActionOfAlter(int index) {
        if (!tokens.isWord(lead, "ALTER")) {
            return false;
        }
        int parts = 0;
        boolean isAfterDot = true;
        for (int at = lead + 1; at < index; at++) {
            if (!tokens.isSilent(at)) {
                boolean isDot = tokens.isSign(at, '.');
                parts++;
                if (parts > 1 && isDot == isAfterDot) {
                    return false;
                }
                isAfterDot = parts == 1 || isDot;
            }
        }
        return true;
    }
}
