package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.TokenKind;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code GRANT}, {@code REVOKE} and {@code DENY}, and {@code COMMENT ON}. */
final class PrivilegeReader {

    private final Cursor cursor;
    private final Found found;

    PrivilegeReader(Cursor cursor) {
        this.cursor = cursor;
        this.found = new Found(cursor);
    }

    Optional<Action> read() {
        if (cursor.isAtEnd()) {
            return Optional.empty();
        }
        Action.Grant.Right right = Action.Grant.Right.valueOf(cursor.word());
        cursor.next();
        found.takeIfExists();
        cursor.take("GRANT", "OPTION", "FOR");
        Clause privileges = cursor.across(Set.of("ON", "TO", "FROM"));
        List<Mention> objects = cursor.take("ON") ? objects() : List.of();
        cursor.across(Set.of("TO", "FROM"));
        int start = cursor.at();
        while (!cursor.isAtEnd()) {
            if (!found.take(Modifier.GRANT_OPTION, "WITH", "GRANT", "OPTION") && !found.takeBehaviour()) {
                cursor.skip();
            }
        }
        return Optional.of(new Action.Grant(right, found.modifiers(), privileges, objects, cursor.since(start)));
    }

    private List<Mention> objects() {
        ObjectReader reader = new ObjectReader(cursor);
        int start = cursor.at();
        Optional<ObjectKind> kind = reader.kind();
        if (!cursor.isName()) {
            cursor.goTo(start);
        }
        List<Mention> objects = new ArrayList<>();
        do {
            kind.filter(known -> cursor.at() != start)
                    .flatMap(reader::name)
                    .or(cursor::name)
                    .ifPresent(objects::add);
            if (cursor.isSign('(')) {
                cursor.skip();
            }
        } while (cursor.takeSign(','));
        return objects;
    }

    Optional<Action> comment() {
        cursor.take("COMMENT");
        found.takeIfExists();
        if (!cursor.take("ON")) {
            return Optional.empty();
        }
        ObjectReader reader = new ObjectReader(cursor);
        return reader.kind().map(kind -> {
            Optional<Mention> name = reader.name(kind);
            if (cursor.isSign('(')) {
                cursor.skip();
            }
            Optional<Mention> on = reader.on(kind);
            cursor.across(Set.of("IS"));
            cursor.take("IS");
            int start = cursor.at();
            while (cursor.isKind(TokenKind.STRING)) {
                cursor.next();
            }
            cursor.rest();
            return new Action.Comment(kind, name, on, cursor.since(start));
        });
    }
}
