package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Modifiers;
import java.util.EnumMap;
import java.util.Map;

/** The modifiers that have been met. */
final class Found {

    private final Cursor cursor;
    private final Map<Modifier, Place> places = new EnumMap<>(Modifier.class);

    Found(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Takes a modifier that is written with these words, if it comes next. */
    boolean take(Modifier modifier, String first, String... others) {
        int start = cursor.at();
        boolean isThere = others.length == 0 ? cursor.take(first) : cursor.take(first, others);
        if (isThere) {
            places.put(modifier, cursor.placeSince(start));
        }
        return isThere;
    }

    /** Notes a modifier that has just been passed since the token {@code start}. */
    void add(Modifier modifier, int start) {
        places.put(modifier, cursor.placeSince(start));
    }

    boolean takeIfNotExists() {
        return take(Modifier.IF_NOT_EXISTS, "IF", "NOT", "EXISTS");
    }

    boolean takeIfExists() {
        return take(Modifier.IF_EXISTS, "IF", "EXISTS");
    }

    boolean takeBehaviour() {
        if (take(Modifier.CASCADE, "CASCADE", "CONSTRAINTS") || take(Modifier.CASCADE, "CASCADE")) {
            return true;
        }
        return take(Modifier.RESTRICT, "RESTRICT");
    }

    Modifiers modifiers() {
        return places.isEmpty() ? Modifiers.NONE : new Modifiers(places);
    }
}
