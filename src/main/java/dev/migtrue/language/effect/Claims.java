package dev.migtrue.language.effect;

import dev.migtrue.language.schema.SchemaObject;
import dev.migtrue.language.sql.rerun.Held;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What migrations say for sure of how an object is made that is there. A property of which they say nothing is not compared.
 */
final class Claims {

    private final Held held;
    private final SchemaObject there;
    private final SequencedMap<String, Optional<String>> decided = new LinkedHashMap<>();

    /**
     * @param held what migrations left
     * @param there what it is found as
     */
    Claims(Held held, SchemaObject there) {
        this.held = held;
        this.there = there;
    }

    /** What the catalogue has of a property; absent where it has nothing. */
    Optional<String> there(String property) {
        return Optional.ofNullable(there.properties().get(property));
    }

    /** Nothing is said where one of some columns is gone, or a table: what that was called is part of how others are made. */
    void forgetWhereGone(Set<String> columnsOfItsTable, Set<String> tables) {
        boolean isOverGone = held.columns().stream().anyMatch(columnsOfItsTable::contains);
        if (isOverGone || tables.contains(held.facet("refers"))) {
            decided.clear();
        }
    }

    /** It is as it is there. */
    void same(String property) {
        decided.put(property, there(property));
    }

    /** It is to be like this. */
    void be(String property, Optional<String> value) {
        decided.put(property, value);
    }

    /** It is as it is there, or like this, or nobody knows. */
    void settle(String property, Agreement agreement, Optional<String> value) {
        switch (agreement) {
            case SAME -> same(property);
            case OTHER -> be(property, value);
            case UNSURE -> {}
        }
    }

    /** The properties of which something is said. */
    Set<String> decided() {
        return Set.copyOf(decided.keySet());
    }

    /** The object as it should be: what is said for sure, and all else as it is. */
    SchemaObject expected() {
        SequencedMap<String, String> properties = new LinkedHashMap<>(there.properties());
        decided.forEach((property, value) -> {
            if (value.isPresent()) {
                properties.put(property, value.get());
            } else {
                properties.remove(property);
            }
        });
        return new SchemaObject(there.id(), properties, there.unknown());
    }
}
