package dev.migtrue.facts;

import dev.migtrue.language.effect.Assessment;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.sql.rerun.Origin;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which migration made what in a database, as far as their texts tell.
 *
 * @param lost what a migration made that was run there, what nothing took back since, and what is not there; parts of what is lost are not
 *     among them
 * @param origins what made what is there or lost; those without a file count as well, where their text was found
 */
public record Effects(List<Assessment.Lost> lost, SortedMap<ObjectId, Origin> origins) {

    /** Nobody looked. */
    public static final Effects NONE = new Effects(List.of(), Map.of());

    public Effects {
        lost = List.copyOf(lost);
        origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
    }

    public Effects(List<Assessment.Lost> lost, Map<ObjectId, Origin> origins) {
        this(lost, new TreeMap<>(origins));
    }

    /** Without what is lost of some objects. */
    public Effects without(Predicate<ObjectId> others) {
        return new Effects(
                lost.stream().filter(one -> !others.test(one.object())).toList(), origins);
    }

    /** What made an object; absent where nobody knows. */
    public Optional<Origin> origin(ObjectId object) {
        return Optional.ofNullable(origins.get(object));
    }
}
