package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Place;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The modifiers of a statement or of a part of it, and where each of them stands. */
public record Modifiers(Map<Modifier, Place> places) {

    public static final Modifiers NONE = new Modifiers(Map.of());

    public Modifiers {
        Map<Modifier, Place> copy = new EnumMap<>(Modifier.class);
        copy.putAll(places);
        places = Collections.unmodifiableMap(copy);
    }

    public boolean has(Modifier modifier) {
        return places.containsKey(modifier);
    }

    /** Where a modifier stands; absent where it does not. */
    public Optional<Place> place(Modifier modifier) {
        return Optional.ofNullable(places.get(modifier));
    }
}
