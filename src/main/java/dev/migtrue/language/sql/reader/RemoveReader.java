package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Constraint.Kind;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code DROP …} in an {@code ALTER}. */
final class RemoveReader {

    private final Cursor cursor;
    private final ObjectKind kind;

    RemoveReader(Cursor cursor, ObjectKind kind) {
        this.cursor = cursor;
        this.kind = kind;
    }

    void read(List<Change> changes) {
        int start = cursor.at();
        cursor.take("DROP");
        Found found = new Found(cursor);
        if (kind == ObjectKind.PUBLICATION || kind == ObjectKind.EXTENSION || kind == ObjectKind.GROUP) {
            changes.add(members(start));
        } else if (cursor.take("PARTITION")) {
            found.takeIfExists();
            List<Mention> partitions = cursor.names();
            changes.add(new Change.DropPartitions(partitions, found.modifiers(), cursor.placeSince(start)));
        } else if (cursor.take("CONSTRAINT")) {
            constraint(changes, Optional.empty(), found, start);
        } else if (cursor.take("PRIMARY", "KEY")) {
            changes.add(new Change.DropConstraint(
                    Optional.of(Kind.PRIMARY_KEY), Optional.empty(), found.modifiers(), cursor.placeSince(start)));
        } else if (cursor.take("FOREIGN", "KEY")) {
            constraint(changes, Optional.of(Kind.FOREIGN_KEY), found, start);
        } else if (isMySql() && cursor.isAt("CHECK") && cursor.take("CHECK")) {
            constraint(changes, Optional.of(Kind.CHECK), found, start);
        } else if (isMySql() && (cursor.take("INDEX") || cursor.take("KEY"))) {
            index(changes, found, start);
        } else if (kind == ObjectKind.DOMAIN || kind == ObjectKind.SEQUENCE) {
            cursor.rest();
            changes.add(new Change.Adjust(
                    cursor.since(start).text().toUpperCase(Locale.ROOT).contains("DEFAULT")
                            ? Change.Topic.DEFAULT
                            : Change.Topic.NULLABILITY,
                    cursor.since(start),
                    found.modifiers(),
                    cursor.placeSince(start)));
        } else {
            column(changes, found, start);
        }
    }

    private boolean isMySql() {
        return cursor.dialect() == Dialect.MYSQL || cursor.dialect() == Dialect.MARIADB;
    }

    private void constraint(List<Change> changes, Optional<Kind> sort, Found first, int start) {
        int from = start;
        Found found = first;
        do {
            if (from != start && (cursor.isAtAny(AdjustReader.VERBS) || cursor.isAt("COLUMN"))) {
                another(changes);
                return;
            }
            cursor.take("CONSTRAINT");
            found.takeIfExists();
            Optional<Mention> name = cursor.column();
            found.takeBehaviour();
            cursor.upTo(Set.of());
            changes.add(new Change.DropConstraint(sort, name, found.modifiers(), cursor.placeSince(from)));
            found = new Found(cursor);
            from = afterComma();
        } while (hasList() && cursor.takeSign(','));
    }

    /** Where what follows a comma would begin. */
    private int afterComma() {
        Cursor ahead = cursor.copy();
        ahead.takeSign(',');
        return ahead.at();
    }

    /** A comma may go on with the same {@code DROP}, or with another change. */
    private void another(List<Change> changes) {
        if (cursor.isAt("COLUMN")) {
            column(changes, new Found(cursor), cursor.at());
        } else {
            changes.addAll(new ChangeReader(cursor, kind).read());
        }
    }

    /** Whether several may follow one {@code DROP}. */
    private boolean hasList() {
        return switch (cursor.dialect()) {
            case SQL_SERVER, ORACLE, H2 -> true;
            case POSTGRESQL, MYSQL, MARIADB, SQLITE, ANSI -> false;
        };
    }

    private void index(List<Change> changes, Found found, int start) {
        found.takeIfExists();
        changes.add(cursor.name()
                .<Change>map(name -> new Change.DropIndex(name, found.modifiers(), cursor.placeSince(start)))
                .orElseGet(() -> unrecognized(start)));
    }

    private void column(List<Change> changes, Found found, int start) {
        if (!cursor.take("COLUMN")) {
            cursor.take("ATTRIBUTE");
        }
        found.takeIfExists();
        if (cursor.isSign('(')) {
            for (Mention column : cursor.columnsInParentheses()) {
                changes.add(new Change.DropColumn(column, found.modifiers(), column.place()));
            }
            cursor.upTo(Set.of());
            return;
        }
        int from = start;
        Found own = found;
        do {
            if (from != start && cursor.isAtAny(AdjustReader.VERBS)) {
                another(changes);
                return;
            }
            cursor.take("COLUMN");
            own.takeIfExists();
            changes.add(column(own, from));
            // One guard of H2 is for all that follow.
            own = cursor.dialect() == Dialect.H2 ? found : new Found(cursor);
            from = afterComma();
        } while (hasList() && cursor.takeSign(','));
    }

    private Change column(Found found, int from) {
        Optional<Mention> column = cursor.column();
        found.takeBehaviour();
        return column.<Change>map(name -> new Change.DropColumn(name, found.modifiers(), cursor.placeSince(from)))
                .orElseGet(() -> unrecognized(from));
    }

    private Change members(int start) {
        List<Mention> members;
        if (kind == ObjectKind.PUBLICATION) {
            members = new MembersReader(cursor).tables();
        } else {
            ObjectReader objects = new ObjectReader(cursor);
            members = objects.kind().flatMap(objects::name).stream().toList();
            cursor.rest();
        }
        return new Change.DropMembers(
                members, cursor.since(start), new Found(cursor).modifiers(), cursor.placeSince(start));
    }

    private Change unrecognized(int start) {
        cursor.upTo(Set.of());
        return new Change.Unrecognized(cursor.since(start), new Found(cursor).modifiers(), cursor.placeSince(start));
    }
}
