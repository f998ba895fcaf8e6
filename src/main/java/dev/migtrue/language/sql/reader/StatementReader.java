package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a statement does. There is an answer to every statement; where nothing is understood, it says so. */
public final class StatementReader {

    private static final Set<String> MAIN = Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "VALUES", "TABLE");
    private static final Set<String> CHANGING = Set.of("INSERT", "UPDATE", "DELETE", "MERGE");

    /** What by itself defines nothing and changes no row. */
    private static final Set<String> UTILITIES = Set.of(
            "VACUUM",
            "ANALYZE",
            "ANALYSE",
            "REINDEX",
            "CLUSTER",
            "REFRESH",
            "OPTIMIZE",
            "REPAIR",
            "CHECK",
            "FLUSH",
            "CHECKPOINT",
            "LOCK",
            "UNLOCK",
            "NOTIFY",
            "LISTEN",
            "UNLISTEN",
            "DISCARD",
            "LOAD",
            "USE",
            "SHOW",
            "EXPLAIN",
            "ATTACH",
            "DETACH",
            "FETCH",
            "MOVE",
            "CLOSE",
            "OPEN",
            "PRINT",
            "KILL",
            "REASSIGN",
            "SECURITY",
            "IMPORT",
            "DESCRIBE",
            "DESC",
            "PURGE",
            "FLASHBACK",
            "DBCC",
            "RAISERROR",
            "THROW",
            "RETURN",
            "GOTO",
            "WAITFOR",
            "ENABLE",
            "DISABLE",
            "HELP",
            "SHUTDOWN",
            "SCRIPT",
            "RUNSCRIPT",
            "ADD",
            "INSTALL",
            "UNINSTALL",
            "CHANGE",
            "STOP",
            "BACKUP",
            "RESTORE",
            "RECONFIGURE");

    private final Cursor cursor;

    StatementReader(Cursor cursor) {
        this.cursor = cursor;
    }

    public static Action read(Statement statement) {
        return new StatementReader(new Cursor(statement.content(), statement.dialect())).read();
    }

    /** Reads from here to the end. */
    Action read() {
        int start = cursor.at();
        return action().orElseGet(() -> {
            cursor.goTo(start);
            return new Action.Unrecognized(cursor.rest());
        });
    }

    private Optional<Action> action() {
        if (cursor.isSign('(')) {
            return Optional.of(new Action.Select(new QueryReader(cursor).read()));
        }
        return switch (cursor.word()) {
            case "CREATE" -> new CreateReader(cursor).read();
            case "ALTER" -> new AlterReader(cursor).read();
            case "DROP" -> new DropReader(cursor).read();
            case "RENAME" -> rename();
            case "COMMENT" -> new PrivilegeReader(cursor).comment();
            case "GRANT", "REVOKE", "DENY" -> new PrivilegeReader(cursor).read();
            case "INSERT", "REPLACE" -> new InsertReader(cursor).read();
            case "UPDATE" -> update();
            case "DELETE" -> new RowsReader(cursor).delete();
            case "MERGE" -> new RowsReader(cursor).merge();
            case "TRUNCATE" -> new RowsReader(cursor).truncate();
            case "WITH" -> with();
            case "SELECT", "VALUES", "TABLE" -> Optional.of(new Action.Select(new QueryReader(cursor).read()));
            default -> ofSession();
        };
    }

    private Optional<Action> ofSession() {
        SessionReader session = new SessionReader(cursor);
        return switch (cursor.word()) {
            case "SET", "RESET", "PRAGMA" -> session.setting();
            case "BEGIN" -> isBlock() ? session.block() : session.transaction();
            case "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE", "SAVE" -> session.transaction();
            case "PREPARE", "DEALLOCATE" -> session.prepared();
            case "EXECUTE" -> isPrepared() ? session.prepared() : session.call();
            case "EXEC", "CALL" -> session.call();
            case "COPY" -> session.copy();
            case "DO" -> session.doBlock();
            case "IF", "WHILE", "LOOP", "REPEAT", "FOR", "CASE" -> session.block();
            case "DECLARE" -> cursor.dialect() == Dialect.ORACLE ? session.block() : session.utility();
            default -> UTILITIES.contains(cursor.word()) ? session.utility() : Optional.empty();
        };
    }

    /** SQL Server: {@code UPDATE STATISTICS}. */
    private Optional<Action> update() {
        return cursor.isAt("UPDATE", "STATISTICS")
                ? new SessionReader(cursor).utility()
                : new RowsReader(cursor).update();
    }

    private boolean isBlock() {
        return switch (cursor.dialect()) {
            case ORACLE -> true;
            case MARIADB -> cursor.isAt("BEGIN", "NOT");
            case SQL_SERVER ->
                !cursor.isAt("BEGIN", "TRAN")
                        && !cursor.isAt("BEGIN", "TRANSACTION")
                        && !cursor.isAt("BEGIN", "DISTRIBUTED");
            case POSTGRESQL, MYSQL, SQLITE, H2, ANSI -> false;
        };
    }

    private boolean isPrepared() {
        return switch (cursor.dialect()) {
            case POSTGRESQL, MYSQL, MARIADB, ANSI -> !cursor.isAt("EXECUTE", "IMMEDIATE");
            case SQLITE, SQL_SERVER, ORACLE, H2 -> false;
        };
    }

    /** {@code RENAME TABLE a TO b, c TO d}; Oracle leaves {@code TABLE} out. */
    private Optional<Action> rename() {
        cursor.take("RENAME");
        ObjectReader objects = new ObjectReader(cursor);
        int start = cursor.at();
        ObjectKind kind =
                cursor.take("TABLES") ? ObjectKind.TABLE : objects.kind().orElse(ObjectKind.TABLE);
        if (cursor.isAt("TO")) {
            cursor.goTo(start);
        }
        Found found = new Found(cursor);
        found.takeIfExists();
        List<Action.Renaming> renamings = new ArrayList<>();
        do {
            Optional<Mention> from = objects.name(kind);
            cursor.across(Set.of("TO"));
            cursor.take("TO");
            Optional<Mention> to = objects.name(kind);
            from.ifPresent(before -> to.ifPresent(after -> renamings.add(new Action.Renaming(before, after))));
        } while (cursor.takeSign(','));
        return renamings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Action.Rename(kind, found.modifiers(), renamings));
    }

    /** Queries that are named first may change rows themselves. */
    private Optional<Action> with() {
        int start = cursor.at();
        List<Action> parts = new ArrayList<>();
        cursor.next();
        while (!cursor.isAtEnd() && !cursor.isAtAny(MAIN)) {
            if (cursor.isSign('(')) {
                Cursor inner = cursor.inside(cursor.inParentheses());
                if (inner.isAtAny(CHANGING)) {
                    parts.add(new StatementReader(inner).read());
                }
            } else {
                cursor.next();
            }
        }
        if (!cursor.isAtAny(CHANGING)) {
            cursor.goTo(start);
            parts.add(new Action.Select(new QueryReader(cursor).read()));
        } else {
            parts.add(new StatementReader(cursor).read());
        }
        return parts.size() == 1 ? Optional.of(parts.getFirst()) : Optional.of(new Action.Several(parts));
    }
}
