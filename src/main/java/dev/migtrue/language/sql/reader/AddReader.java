package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.TokenKind;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Column;
import dev.migtrue.language.sql.ddl.Index;
import dev.migtrue.language.sql.ddl.Label;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code ADD …} in an {@code ALTER}. */
final class AddReader {

    private final Cursor cursor;
    private final ObjectKind kind;

    AddReader(Cursor cursor, ObjectKind kind) {
        this.cursor = cursor;
        this.kind = kind;
    }

    void read(List<Change> changes, int start) {
        cursor.take("ADD");
        if (kind == ObjectKind.PUBLICATION || kind == ObjectKind.EXTENSION || kind == ObjectKind.GROUP) {
            changes.add(members(start));
            return;
        }
        if (cursor.isAt("VALUE") && kind == ObjectKind.TYPE) {
            changes.add(label(start));
            return;
        }
        if (kind == ObjectKind.TYPE || kind.isRelation() || kind == ObjectKind.DOMAIN) {
            part(changes, start);
        } else {
            changes.add(other(start));
        }
    }

    /** What follows behind a comma without another {@code ADD}, as SQL Server has it. */
    void more(List<Change> changes) {
        part(changes, cursor.at());
    }

    private Change other(int start) {
        cursor.rest();
        return new Change.Unrecognized(cursor.since(start), new Found(cursor).modifiers(), cursor.placeSince(start));
    }

    private void part(List<Change> changes, int start) {
        Found found = new Found(cursor);
        ConstraintReader constraint = new ConstraintReader(cursor);
        IndexReader index = new IndexReader(cursor);
        boolean hasIndexes = TableReader.hasIndexesAmongColumns(cursor.dialect());
        if (hasIndexes && index.isNext()) {
            Index added = index.read();
            changes.add(new Change.AddIndex(added, added.modifiers(), cursor.placeSince(start)));
        } else if (constraint.isNext() || isDefault()) {
            changes.add(constraint
                    .read()
                    .<Change>map(added -> new Change.AddConstraint(added, added.modifiers(), cursor.placeSince(start)))
                    .orElseGet(() -> other(start)));
        } else if (cursor.take("PARTITION")) {
            found.takeIfNotExists();
            changes.add(partitions(found, start));
        } else {
            columns(changes, found, start);
        }
    }

    private boolean isDefault() {
        return cursor.isAt("DEFAULT") && cursor.dialect() == Dialect.SQL_SERVER;
    }

    private void columns(List<Change> changes, Found found, int start) {
        if (!cursor.take("COLUMN")) {
            cursor.take("ATTRIBUTE");
        }
        found.takeIfNotExists();
        if (!cursor.isSign('(')) {
            changes.add(new ColumnReader(cursor)
                    .read()
                    .<Change>map(column -> new Change.AddColumn(column, found.modifiers(), cursor.placeSince(start)))
                    .orElseGet(() -> other(start)));
            return;
        }
        Cursor inner = cursor.inside(cursor.inParentheses());
        while (!inner.isAtEnd()) {
            int at = inner.at();
            ConstraintReader constraint = new ConstraintReader(inner);
            if (constraint.isNext()) {
                constraint
                        .read()
                        .ifPresent(added ->
                                changes.add(new Change.AddConstraint(added, added.modifiers(), inner.placeSince(at))));
            } else {
                Optional<Column> column = new ColumnReader(inner).read();
                column.ifPresent(
                        added -> changes.add(new Change.AddColumn(added, found.modifiers(), inner.placeSince(at))));
            }
            inner.upTo(Set.of());
            inner.next();
        }
    }

    private Change partitions(Found found, int start) {
        Cursor inner = cursor.inside(cursor.inParentheses());
        List<Mention> partitions = new ArrayList<>();
        while (!inner.isAtEnd()) {
            inner.take("PARTITION");
            inner.name().ifPresent(partitions::add);
            inner.upTo(Set.of());
            inner.next();
        }
        cursor.upTo(Set.of());
        return new Change.AddPartitions(partitions, cursor.since(start), found.modifiers(), cursor.placeSince(start));
    }

    private Change label(int start) {
        cursor.take("VALUE");
        Found found = new Found(cursor);
        found.takeIfNotExists();
        if (!cursor.isKind(TokenKind.STRING)) {
            return other(start);
        }
        Label label = TypeDefinitionReader.label(cursor);
        cursor.upTo(Set.of());
        return new Change.AddLabel(label, found.modifiers(), cursor.placeSince(start));
    }

    private Change members(int start) {
        List<Mention> members = members();
        return new Change.AddMembers(
                members, cursor.since(start), new Found(cursor).modifiers(), cursor.placeSince(start));
    }

    /** Tables of a publication; anything of an extension; users of a group. */
    private List<Mention> members() {
        if (kind == ObjectKind.PUBLICATION) {
            return new MembersReader(cursor).tables();
        }
        ObjectReader objects = new ObjectReader(cursor);
        Optional<Mention> member = objects.kind().flatMap(objects::name);
        cursor.rest();
        return member.stream().toList();
    }
}
