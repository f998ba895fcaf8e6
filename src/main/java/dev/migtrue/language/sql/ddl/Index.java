package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Place;
import java.util.List;
import java.util.Optional;

/**
 * What an index is of.
 *
 * @param name absent where the database makes one up
 * @param where of a partial index, which rows it holds
 */
public record Index(
        Optional<Mention> name, Modifiers modifiers, List<Key> keys, Optional<Clause> where, Clause rest, Place place) {

    public Index {
        keys = List.copyOf(keys);
    }

    /**
     * One of its keys with its order and operator class.
     *
     * @param column absent where it is an expression
     */
    public record Key(Optional<Mention> column, Clause clause) {}
}
