package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.TokenKind;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Column;
import dev.migtrue.language.sql.ddl.ColumnChange;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.Name;
import dev.migtrue.language.sql.ddl.TypeName;
import java.util.Optional;
import java.util.Set;

/** Reads {@code ALTER COLUMN …} in an {@code ALTER}. */
final class ColumnChangeReader {

    private final Cursor cursor;

    ColumnChangeReader(Cursor cursor) {
        this.cursor = cursor;
    }

    Change read() {
        int start = cursor.at();
        cursor.take("ALTER");
        Found found = new Found(cursor);
        if (cursor.isAt("CONSTRAINT") || cursor.isAt("INDEX") || (cursor.isAt("CHECK") && !cursor.isBefore('('))) {
            cursor.next();
            Optional<Mention> name = cursor.column();
            cursor.upTo(Set.of());
            return name.<Change>map(constraint -> new Change.SettleConstraint(
                            constraint, cursor.since(start), Modifiers.NONE, cursor.placeSince(start)))
                    .orElseGet(() -> unrecognized(start));
        }
        if (!cursor.take("COLUMN")) {
            cursor.take("ATTRIBUTE");
        }
        found.takeIfExists();
        int name = cursor.at();
        Optional<Mention> column = column();
        if (column.isEmpty()) {
            return unrecognized(start);
        }
        if (cursor.take("RENAME", "TO")) {
            Optional<Mention> to = cursor.column();
            return to.<Change>map(now ->
                            new Change.RenameColumn(column.get(), now, found.modifiers(), cursor.placeSince(start)))
                    .orElseGet(() -> unrecognized(start));
        }
        return isRedefinition() ? redefinition(column.get(), name, found, start) : changed(column.get(), found, start);
    }

    /** Columns of an index go by their numbers. */
    private Optional<Mention> column() {
        if (!cursor.isKind(TokenKind.NUMBER)) {
            return cursor.column();
        }
        int start = cursor.at();
        cursor.next();
        return Optional.of(new Mention(Name.of(cursor.since(start).text()), cursor.placeSince(start)));
    }

    /** SQL Server and H2: the type stands right behind the name. */
    private boolean isRedefinition() {
        boolean isPossible = cursor.dialect() == Dialect.SQL_SERVER || cursor.dialect() == Dialect.H2;
        return isPossible
                && !cursor.isAtAny(Set.of("SET", "DROP", "ADD", "TYPE", "RESTART", "RENAME", "DEFAULT", "SELECTIVITY"));
    }

    private Change redefinition(Mention old, int name, Found found, int start) {
        cursor.goTo(name);
        Optional<Column> column = new ColumnReader(cursor).read();
        return column.<Change>map(
                        now -> new Change.RedefineColumn(old, now, found.modifiers(), cursor.placeSince(start)))
                .orElseGet(() -> unrecognized(start));
    }

    private Change changed(Mention column, Found found, int start) {
        ColumnChange change = change();
        cursor.upTo(Set.of());
        return new Change.AlterColumn(column, change, found.modifiers(), cursor.placeSince(start));
    }

    private ColumnChange change() {
        int start = cursor.at();
        if (cursor.take("SET", "DATA", "TYPE") || cursor.take("TYPE")) {
            return type(start);
        }
        if (cursor.take("SET", "DEFAULT")) {
            return new ColumnChange.SetDefault(cursor.upTo(Set.of()));
        }
        if (cursor.take("DROP", "DEFAULT")) {
            return new ColumnChange.DropDefault();
        }
        if (cursor.take("SET", "NOT", "NULL")) {
            return new ColumnChange.SetNotNull();
        }
        if (cursor.take("DROP", "NOT", "NULL") || cursor.take("SET", "NULL")) {
            return new ColumnChange.DropNotNull();
        }
        if (cursor.take("ADD", "GENERATED")) {
            return new ColumnChange.AddIdentity(cursor.upTo(Set.of()));
        }
        if (cursor.take("SET", "EXPRESSION")) {
            cursor.take("AS");
            return new ColumnChange.SetExpression(cursor.inParentheses());
        }
        return drop(start);
    }

    private ColumnChange drop(int start) {
        Found found = new Found(cursor);
        if (cursor.take("DROP", "IDENTITY")) {
            found.takeIfExists();
            return new ColumnChange.DropIdentity(found.modifiers());
        }
        if (cursor.take("DROP", "EXPRESSION")) {
            found.takeIfExists();
            return new ColumnChange.DropExpression(found.modifiers());
        }
        boolean isSetting = cursor.isAt("SET")
                || cursor.isAt("RESET")
                || cursor.isAt("RESTART")
                || cursor.isAt("OPTIONS")
                || cursor.isAt("SELECTIVITY");
        Clause clause = settings(start);
        return isSetting ? new ColumnChange.Adjust(clause) : new ColumnChange.Unrecognized(clause);
    }

    private Clause settings(int start) {
        cursor.upTo(Set.of());
        return cursor.since(start);
    }

    private ColumnChange type(int start) {
        Optional<TypeName> type = new TypeReader(cursor).read();
        if (cursor.take("COLLATE")) {
            cursor.name();
        }
        cursor.takeAny(Set.of("CASCADE", "RESTRICT"));
        Optional<Clause> using = cursor.take("USING") ? Optional.of(cursor.upTo(Set.of())) : Optional.empty();
        return type.<ColumnChange>map(known -> new ColumnChange.SetType(known, using))
                .orElseGet(() -> new ColumnChange.Unrecognized(settings(start)));
    }

    private Change unrecognized(int start) {
        cursor.upTo(Set.of());
        return new Change.Unrecognized(cursor.since(start), Modifiers.NONE, cursor.placeSince(start));
    }
}
