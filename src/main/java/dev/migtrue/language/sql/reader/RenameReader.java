package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.TokenKind;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Label;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.Optional;
import java.util.Set;

/** Reads {@code RENAME …} in an {@code ALTER}. */
final class RenameReader {

    private final Cursor cursor;
    private final ObjectKind kind;

    RenameReader(Cursor cursor, ObjectKind kind) {
        this.cursor = cursor;
        this.kind = kind;
    }

    Change read() {
        int start = cursor.at();
        cursor.take("RENAME");
        Found found = new Found(cursor);
        if (cursor.take("TO") || cursor.take("AS")) {
            return whole(found, start);
        }
        if (cursor.take("VALUE")) {
            return label(found, start);
        }
        if (cursor.isAt("CONSTRAINT") || cursor.isAt("INDEX") || cursor.isAt("KEY")) {
            return part(found, start);
        }
        if (!cursor.take("COLUMN")) {
            cursor.take("ATTRIBUTE");
        }
        found.takeIfExists();
        Optional<Mention> from = cursor.column();
        if (!cursor.take("TO")) {
            // MySQL and SQLite may leave TO out: RENAME t2.
            cursor.goTo(start);
            cursor.take("RENAME");
            return whole(found, start);
        }
        Optional<Mention> to = cursor.column();
        found.takeBehaviour();
        return from.isPresent() && to.isPresent()
                ? new Change.RenameColumn(from.get(), to.get(), found.modifiers(), cursor.placeSince(start))
                : unrecognized(found, start);
    }

    private Change whole(Found found, int start) {
        Optional<Mention> to = new ObjectReader(cursor).name(kind);
        return to.<Change>map(name -> new Change.RenameTo(name, found.modifiers(), cursor.placeSince(start)))
                .orElseGet(() -> unrecognized(found, start));
    }

    private Change part(Found found, int start) {
        ObjectKind part = cursor.isAt("CONSTRAINT") ? ObjectKind.CONSTRAINT : ObjectKind.INDEX;
        cursor.next();
        found.takeIfExists();
        Optional<Mention> from = cursor.column();
        cursor.take("TO");
        Optional<Mention> to = cursor.column();
        return from.isPresent() && to.isPresent()
                ? new Change.RenamePart(part, from.get(), to.get(), found.modifiers(), cursor.placeSince(start))
                : unrecognized(found, start);
    }

    private Change label(Found found, int start) {
        if (!cursor.isKind(TokenKind.STRING)) {
            return unrecognized(found, start);
        }
        Label from = TypeDefinitionReader.label(cursor);
        cursor.take("TO");
        if (!cursor.isKind(TokenKind.STRING)) {
            return unrecognized(found, start);
        }
        Label to = TypeDefinitionReader.label(cursor);
        return new Change.RenameLabel(from, to, found.modifiers(), cursor.placeSince(start));
    }

    private Change unrecognized(Found found, int start) {
        cursor.upTo(Set.of());
        return new Change.Unrecognized(cursor.since(start), found.modifiers(), cursor.placeSince(start));
    }
}
