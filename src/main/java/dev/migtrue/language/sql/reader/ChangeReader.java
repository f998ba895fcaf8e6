package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Column;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what an {@code ALTER} does, change by change. */
final class ChangeReader {

    private final Cursor cursor;
    private final ObjectKind kind;
    private final boolean isRelation;
    private final AddReader adds;
    private final RemoveReader removals;
    private final RenameReader renamings;
    private final AdjustReader adjustments;

    ChangeReader(Cursor cursor, ObjectKind kind) {
        this.cursor = cursor;
        this.kind = kind;
        this.isRelation = kind.isRelation() && kind != ObjectKind.SEQUENCE;
        this.adds = new AddReader(cursor, kind);
        this.removals = new RemoveReader(cursor, kind);
        this.renamings = new RenameReader(cursor, kind);
        this.adjustments = new AdjustReader(cursor, kind);
    }

    /** Among the changes of MySQL stand settings of the table; a column is not added there without a word. */
    private boolean isSetting() {
        boolean isMySql = cursor.dialect() == Dialect.MYSQL || cursor.dialect() == Dialect.MARIADB;
        return isMySql && adjustments.isSetting();
    }

    List<Change> read() {
        List<Change> changes = new ArrayList<>();
        if (!isRelation && kind != ObjectKind.TYPE) {
            if (!cursor.isAtEnd()) {
                single(changes);
            }
            return changes;
        }
        wait(cursor);
        boolean isAdding = false;
        while (!cursor.isAtEnd()) {
            int start = cursor.at();
            boolean isListed = isAdding && !cursor.isAtAny(AdjustReader.VERBS) && !isSetting();
            if (isListed) {
                adds.more(changes);
            } else {
                isAdding = cursor.isAt("ADD");
                change(changes);
            }
            finish(changes, start);
        }
        return changes;
    }

    /** MariaDB may say how long to wait for a lock. */
    private static void wait(Cursor cursor) {
        if (cursor.dialect() == Dialect.MARIADB && !cursor.take("NOWAIT") && cursor.take("WAIT")) {
            cursor.next();
        }
    }

    /** One that has the rest for its own. */
    private void single(List<Change> changes) {
        int start = cursor.at();
        change(changes);
        if (!cursor.isAtEnd() && !changes.isEmpty()) {
            changes.clear();
            cursor.goTo(start);
            changes.add(adjustments.rest());
        }
    }

    /** Goes on behind the comma, whatever has been left before it. */
    private void finish(List<Change> changes, int start) {
        if (!cursor.isAtEnd() && !cursor.isSign(',')) {
            cursor.upTo(Set.of());
        }
        if (cursor.at() == start) {
            cursor.next();
        } else if (!cursor.takeSign(',') && !cursor.isAtEnd()) {
            Clause left = cursor.rest();
            changes.add(new Change.Unrecognized(left, Modifiers.NONE, left.place()));
        }
    }

    private void change(List<Change> changes) {
        int start = cursor.at();
        cursor.take("WITH", "CHECK");
        cursor.take("WITH", "NOCHECK");
        if (kind == ObjectKind.TEXT_SEARCH_CONFIGURATION) {
            changes.add(mapping(start));
            return;
        }
        switch (cursor.word()) {
            case "ADD" -> adds.read(changes, start);
            case "DROP" -> removals.read(changes);
            case "RENAME" -> changes.add(renamings.read());
            case "MODIFY" -> modify(changes, start);
            case "CHANGE" -> redefine(changes, start);
            case "ALTER" -> changes.add(isOfIndex() ? index(start) : new ColumnChangeReader(cursor).read());
            case "ATTACH" -> changes.add(attach(start));
            case "DETACH" -> changes.add(detach(start));
            case "VALIDATE" -> changes.add(settle(start));
            case "INHERIT", "NO", "OF", "NOT" -> changes.add(lineage(start));
            case "TRUNCATE" -> changes.add(truncate(start));
            default -> changes.add(set(start));
        }
    }

    /** MySQL: {@code ALTER INDEX i INVISIBLE}. */
    private boolean isOfIndex() {
        boolean isMySql = cursor.dialect() == Dialect.MYSQL || cursor.dialect() == Dialect.MARIADB;
        return isMySql && (cursor.isAt("ALTER", "INDEX") || cursor.isAt("ALTER", "KEY"));
    }

    private Change index(int start) {
        cursor.upTo(Set.of());
        return new Change.Adjust(Change.Topic.STATE, cursor.since(start), Modifiers.NONE, cursor.placeSince(start));
    }

    /** {@code ADD MAPPING FOR word WITH dictionary}, {@code DROP MAPPING IF EXISTS FOR word}. */
    private Change mapping(int start) {
        boolean isAdding = cursor.isAt("ADD", "MAPPING");
        if (!isAdding && !cursor.isAt("DROP", "MAPPING")) {
            return cursor.isAt("RENAME") ? renamings.read() : set(start);
        }
        cursor.next();
        cursor.next();
        Found found = new Found(cursor);
        found.takeIfExists();
        cursor.take("FOR");
        List<Mention> words = cursor.names();
        Clause clause = new Clause(cursor.tokens(), start, cursor.rest().to());
        return isAdding
                ? new Change.AddMembers(words, clause, found.modifiers(), clause.place())
                : new Change.DropMembers(words, clause, found.modifiers(), clause.place());
    }

    private void modify(List<Change> changes, int start) {
        cursor.next();
        cursor.take("COLUMN");
        Found found = new Found(cursor);
        found.takeIfExists();
        if (cursor.isSign('(')) {
            Cursor inner = cursor.inside(cursor.inParentheses());
            while (!inner.isAtEnd()) {
                int column = inner.at();
                redefined(inner, Optional.empty(), found, column).ifPresent(changes::add);
                inner.upTo(Set.of());
                inner.next();
            }
            return;
        }
        changes.add(redefined(cursor, Optional.empty(), found, start).orElseGet(() -> adjustments.read(start)));
    }

    private void redefine(List<Change> changes, int start) {
        cursor.next();
        cursor.take("COLUMN");
        Found found = new Found(cursor);
        found.takeIfExists();
        Optional<Mention> old = cursor.column();
        changes.add(redefined(cursor, old, found, start).orElseGet(() -> adjustments.read(start)));
    }

    private static Optional<Change> redefined(Cursor cursor, Optional<Mention> old, Found found, int start) {
        Optional<Column> column = new ColumnReader(cursor).read();
        return column.map(now ->
                new Change.RedefineColumn(old.orElse(now.name()), now, found.modifiers(), cursor.placeSince(start)));
    }

    private Change attach(int start) {
        cursor.next();
        cursor.take("PARTITION");
        return cursor.name()
                .<Change>map(partition -> new Change.AttachPartition(
                        partition, cursor.upTo(Set.of()), Modifiers.NONE, cursor.placeSince(start)))
                .orElseGet(() -> adjustments.read(start));
    }

    private Change detach(int start) {
        cursor.next();
        cursor.take("PARTITION");
        Found found = new Found(cursor);
        return cursor.name()
                .<Change>map(partition -> {
                    found.take(Modifier.CONCURRENTLY, "CONCURRENTLY");
                    cursor.take("FINALIZE");
                    return new Change.DetachPartition(partition, found.modifiers(), cursor.placeSince(start));
                })
                .orElseGet(() -> adjustments.read(start));
    }

    private Change settle(int start) {
        if (!cursor.take("VALIDATE", "CONSTRAINT")) {
            return adjustments.read(start);
        }
        return cursor.column()
                .<Change>map(name -> new Change.SettleConstraint(
                        name, cursor.since(start), Modifiers.NONE, cursor.placeSince(start)))
                .orElseGet(() -> adjustments.read(start));
    }

    private Change lineage(int start) {
        if (cursor.take("NO", "INHERIT")) {
            return cursor.name()
                    .<Change>map(parent -> new Change.NoInherit(parent, Modifiers.NONE, cursor.placeSince(start)))
                    .orElseGet(() -> adjustments.read(start));
        }
        if (cursor.take("INHERIT")) {
            return cursor.name()
                    .<Change>map(parent -> new Change.Inherit(parent, Modifiers.NONE, cursor.placeSince(start)))
                    .orElseGet(() -> adjustments.read(start));
        }
        if (cursor.take("NOT", "OF")) {
            return new Change.NotOfType(Modifiers.NONE, cursor.placeSince(start));
        }
        if (cursor.take("OF")) {
            return cursor.name()
                    .<Change>map(type -> new Change.OfType(type, Modifiers.NONE, cursor.placeSince(start)))
                    .orElseGet(() -> adjustments.read(start));
        }
        return adjustments.read(start);
    }

    private Change truncate(int start) {
        cursor.next();
        cursor.take("PARTITION");
        return new Change.TruncatePartitions(cursor.names(), Modifiers.NONE, cursor.placeSince(start));
    }

    private Change set(int start) {
        if (cursor.take("SET", "SCHEMA")) {
            return cursor.name()
                    .<Change>map(schema -> new Change.SetSchema(schema, Modifiers.NONE, cursor.placeSince(start)))
                    .orElseGet(() -> adjustments.read(start));
        }
        if (kind == ObjectKind.PUBLICATION && cursor.take("SET", "TABLE")) {
            List<Mention> tables = new MembersReader(cursor).tables();
            return new Change.SetMembers(tables, cursor.since(start), Modifiers.NONE, cursor.placeSince(start));
        }
        if (cursor.take("OPTIONS")) {
            cursor.skip();
            return new Change.AlterOptions(cursor.since(start), Modifiers.NONE, cursor.placeSince(start));
        }
        return adjustments.read(start);
    }
}
