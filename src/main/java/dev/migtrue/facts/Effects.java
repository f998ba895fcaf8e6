package dev.migtrue.facts;

import dev.migtrue.language.effect.Assessment;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.sql.rerun.Origin;
import dev.migtrue.model.MigrationId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which migration made what in a database, as far as their texts tell.
 *
 * @param lost what a migration made that was run there, what nothing took back since, and what is not there; parts of what is lost are not
 *     among them
 * @param origins what made what is there or lost; those without a file count as well, where their text was found
 * @param changes what gave what is there its form, where that is another statement than the one that made it
 * @param told those without a file whose text was found and says all that they do: what it does not make, they did not
 */
public record Effects(
        List<Assessment.Lost> lost,
        SortedMap<ObjectId, Origin> origins,
        SortedMap<ObjectId, Origin> changes,
        Set<MigrationId> told) {

    /** Nobody looked. */
    public static final Effects NONE = new Effects(List.of(), new TreeMap<>(), new TreeMap<>(), Set.of());

    public Effects {
        lost = List.copyOf(lost);
        origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
        told = Set.copyOf(told);
    }

    /** Without what is lost of some objects. */
    public Effects without(Predicate<ObjectId> others) {
        return new Effects(
                lost.stream().filter(one -> !others.test(one.object())).toList(), origins, changes, told);
    }

    /** What made an object; absent where nobody knows. */
    public Optional<Origin> origin(ObjectId object) {
        return Optional.ofNullable(origins.get(object));
    }

    /** What gave an object the form that it should have; absent where nothing did since it was made, or nobody knows. */
    public Optional<Origin> change(ObjectId object) {
        return Optional.ofNullable(changes.get(object));
    }
}
