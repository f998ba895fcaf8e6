package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.TokenKind;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Name;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads which kind of object is meant, and what it is called: not everything goes by a plain name. */
final class ObjectReader {

    private final Cursor cursor;

    ObjectReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The kind that comes next; of several the one with the most words. */
    Optional<ObjectKind> kind() {
        if (cursor.take("PROC")) {
            return Optional.of(ObjectKind.PROCEDURE);
        }
        if (cursor.take("MATERIALIZED", "QUERY", "TABLE") || cursor.take("SNAPSHOT")) {
            return Optional.of(ObjectKind.MATERIALIZED_VIEW);
        }
        for (ObjectKind kind : ObjectKind.startingWith(cursor.word())) {
            List<String> words = kind.words();
            if (cursor.take(words.getFirst(), words.subList(1, words.size()).toArray(String[]::new))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** What an object of a kind is called. */
    Optional<Mention> name(ObjectKind kind) {
        return switch (kind) {
            case CAST -> cast();
            case TRANSFORM, USER_MAPPING -> {
                cursor.take("FOR");
                yield name(kind == ObjectKind.TRANSFORM ? ObjectKind.TYPE : ObjectKind.USER);
            }
            case OPERATOR -> operator();
            case USER, ROLE, GROUP, LOGIN -> user();
            case TYPE -> type();
            case COLUMN, CONSTRAINT -> cursor.column();
            case LARGE_OBJECT -> text();
            case SYSTEM, SESSION -> Optional.empty();
            default -> cursor.name();
        };
    }

    private Optional<Mention> text() {
        int start = cursor.at();
        cursor.next();
        return Optional.of(new Mention(Name.of(cursor.since(start).toString()), cursor.placeSince(start)));
    }

    /** A cast goes by the types on both of its sides. */
    private Optional<Mention> cast() {
        int start = cursor.at();
        if (!cursor.isSign('(')) {
            return Optional.empty();
        }
        Cursor inner = cursor.inside(cursor.inParentheses());
        return new TypeReader(inner).read().flatMap(from -> {
            inner.take("AS");
            return new TypeReader(inner)
                    .read()
                    .map(to -> new Mention(Name.of(from.family() + " as " + to.family()), cursor.placeSince(start)));
        });
    }

    private Optional<Mention> type() {
        int start = cursor.at();
        Optional<Mention> plain = cursor.name();
        if (cursor.isAt("PRECISION") || cursor.isAt("VARYING")) {
            cursor.goTo(start);
            return new TypeReader(cursor)
                    .read()
                    .map(type -> new Mention(Name.of(type.family()), cursor.placeSince(start)));
        }
        return plain;
    }

    private Optional<Mention> operator() {
        int start = cursor.at();
        StringBuilder schema = new StringBuilder();
        while (cursor.isName() && cursor.isBefore('.')) {
            cursor.column();
            cursor.takeSign('.');
        }
        if (cursor.at() != start) {
            String qualified = cursor.since(start).toString().replace(" ", "");
            schema.append(qualified, 0, qualified.length() - 1);
        }
        if (!cursor.isKind(TokenKind.SIGN) || cursor.isSign('(')) {
            cursor.goTo(start);
            return cursor.name();
        }
        int sign = cursor.at();
        // Some dialects take one operator apart into several tokens.
        while (cursor.isKind(TokenKind.SIGN) && !cursor.isSign('(') && !cursor.isSign(',')) {
            cursor.next();
        }
        String operator = cursor.since(sign).text();
        Name name =
                schema.isEmpty() ? Name.of(operator) : Name.of(schema.toString().toLowerCase(Locale.ROOT), operator);
        return Optional.of(new Mention(name, cursor.placeSince(start)));
    }

    /** A user may have a host: {@code 'u'@'localhost'}. */
    private Optional<Mention> user() {
        int start = cursor.at();
        if (!cursor.isName() && !cursor.isKind(TokenKind.STRING)) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder(part());
        if (cursor.isSign('@')) {
            cursor.next();
            name.append('@').append(part());
        } else if (cursor.isWord() && cursor.word().startsWith("@")) {
            name.append(part());
        } else if (cursor.isSign('(')) {
            cursor.skip();
        }
        return Optional.of(new Mention(Name.of(name.toString()), cursor.placeSince(start)));
    }

    private String part() {
        if (cursor.isAtEnd()) {
            return "";
        }
        String text = cursor.tokens().text(cursor.at());
        boolean isPlain = cursor.isWord();
        cursor.next();
        return isPlain
                ? cursor.dialect().names().plain(text)
                : cursor.dialect().names().quoted(Quoted.content(text, cursor.dialect()));
    }

    /** What an object belongs to, where that is written behind its name. */
    Optional<Mention> on(ObjectKind kind) {
        return switch (kind) {
            case TRIGGER, POLICY, RULE, INDEX, CONSTRAINT, FULLTEXT_INDEX -> {
                if (!cursor.take("ON")) {
                    yield Optional.empty();
                }
                cursor.takeAny(Set.of("ONLY", "DOMAIN"));
                yield cursor.name();
            }
            case OPERATOR_CLASS, OPERATOR_FAMILY -> cursor.take("USING") ? cursor.name() : Optional.empty();
            case TRANSFORM -> cursor.take("LANGUAGE") ? cursor.name() : Optional.empty();
            case USER_MAPPING -> cursor.take("SERVER") ? cursor.name() : Optional.empty();
            default -> Optional.empty();
        };
    }
}
