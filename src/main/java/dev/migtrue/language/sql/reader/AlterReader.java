package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.ddl.Signature;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code ALTER} up to what is changed. */
final class AlterReader {

    private static final Set<String> SILENT =
            Set.of("ONLINE", "OFFLINE", "IGNORE", "PROCEDURAL", "EDITIONABLE", "NONEDITIONABLE", "PUBLIC", "SHARED");

    private final Cursor cursor;
    private final Found found;
    private final ObjectReader objects;

    AlterReader(Cursor cursor) {
        this.cursor = cursor;
        this.found = new Found(cursor);
        this.objects = new ObjectReader(cursor);
    }

    Optional<Action> read() {
        cursor.take("ALTER");
        if (cursor.take("DEFAULT", "PRIVILEGES")) {
            cursor.across(Set.of("GRANT", "REVOKE"));
            return new PrivilegeReader(cursor).read();
        }
        while (cursor.takeAny(SILENT)) {
            // How it is done.
        }
        if (cursor.isAt("DEFINER") || cursor.isAt("ALGORITHM") || cursor.isAt("SQL")) {
            cursor.across(Set.of("VIEW", "EVENT", "FUNCTION", "PROCEDURE"));
        }
        return objects.kind().flatMap(this::named);
    }

    private Optional<Action> named(ObjectKind kind) {
        found.takeIfExists();
        found.take(Modifier.ONLY, "ONLY");
        if (cursor.take("ALL", "IN", "TABLESPACE")) {
            List<Mention> tablespace = cursor.name().stream().toList();
            return Optional.of(new Action.Utility("ALTER ALL", found.modifiers(), tablespace, cursor.rest()));
        }
        Optional<Mention> name = objects.name(kind);
        boolean needsName = kind != ObjectKind.SYSTEM && kind != ObjectKind.SESSION && kind != ObjectKind.DATABASE;
        if (name.isEmpty() && needsName) {
            return Optional.empty();
        }
        boolean isSigned = DropReader.isRoutine(kind) || kind == ObjectKind.OPERATOR;
        Optional<Signature> signature = isSigned ? new RoutineReader(cursor).signature() : Optional.empty();
        if (!cursor.isAtEnd() && "*".equals(cursor.tokens().text(cursor.at()))) {
            cursor.next();
        }
        Optional<Mention> on = objects.on(kind);
        boolean isQuery = kind == ObjectKind.VIEW && (cursor.isAt("AS") || cursor.isSign('('));
        // The commas of a query are none between changes.
        List<Change> changes = isQuery ? List.of(query(cursor.rest())) : new ChangeReader(cursor, kind).read();
        return Optional.of(new Action.Alter(kind, found.modifiers(), name, on, signature, changes));
    }

    private static Change query(Clause clause) {
        return new Change.Unrecognized(clause, Modifiers.NONE, clause.place());
    }
}
