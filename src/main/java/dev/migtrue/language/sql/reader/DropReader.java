package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.ddl.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code DROP}. */
final class DropReader {

    private final Cursor cursor;
    private final Found found;
    private final ObjectReader objects;

    DropReader(Cursor cursor) {
        this.cursor = cursor;
        this.found = new Found(cursor);
        this.objects = new ObjectReader(cursor);
    }

    Optional<Action> read() {
        cursor.take("DROP");
        if (cursor.take("OWNED")) {
            return Optional.of(new Action.Utility("DROP OWNED", found.modifiers(), List.of(), cursor.rest()));
        }
        while (found.take(Modifier.TEMPORARY, "TEMPORARY")
                || cursor.takeAny(Set.of("PROCEDURAL", "TRUSTED", "PUBLIC", "ONLINE", "FORCE", "LOCAL", "GLOBAL"))) {
            // Each round takes one token.
        }
        return objects.kind().flatMap(this::objects);
    }

    private Optional<Action> objects(ObjectKind kind) {
        found.take(Modifier.CONCURRENTLY, "CONCURRENTLY");
        found.takeIfExists();
        List<Action.Dropped> dropped = new ArrayList<>();
        do {
            Optional<Mention> name = objects.name(kind);
            if (name.isEmpty()) {
                break;
            }
            Optional<Signature> signature = isRoutine(kind) ? new RoutineReader(cursor).signature() : Optional.empty();
            if (kind == ObjectKind.OPERATOR) {
                signature = new RoutineReader(cursor).signature();
            }
            dropped.add(new Action.Dropped(name.get(), objects.on(kind), signature));
        } while (cursor.takeSign(','));
        found.takeIfExists();
        found.takeBehaviour();
        if (cursor.isAtEnd() || !dropped.isEmpty()) {
            cursor.rest();
        }
        return dropped.isEmpty() ? Optional.empty() : Optional.of(new Action.Drop(kind, found.modifiers(), dropped));
    }

    static boolean isRoutine(ObjectKind kind) {
        return switch (kind) {
            case FUNCTION, PROCEDURE, AGGREGATE, ROUTINE -> true;
            default -> false;
        };
    }
}
