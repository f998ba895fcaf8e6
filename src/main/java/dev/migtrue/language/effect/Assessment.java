package dev.migtrue.language.effect;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.sql.rerun.Origin;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is there, held against what migrations left.
 *
 * @param expected what is there, put right as far as the texts of the migrations tell: without what none of them makes, with what they made
 * and is gone. What they do not tell is as it is
 * @param lost what they made and nothing took back, and is not there; parts of what is lost are not among them
 * @param unexplained what is there and none of them makes; parts of it are not among them
 * @param origins which migration made what is there or lost, as far as that is known
 * @param silent of what nobody can say whether it is right, and why
 */
public record Assessment(
        Schema expected,
        List<Lost> lost,
        List<ObjectId> unexplained,
        SortedMap<ObjectId, Origin> origins,
        SortedMap<ObjectId, String> silent) {

    /** An object that a migration made, and that is not there. */
    public record Lost(ObjectId object, Origin origin) {}

    public Assessment {
        lost = List.copyOf(lost);
        unexplained = List.copyOf(unexplained);
        origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
        silent = Collections.unmodifiableSortedMap(new TreeMap<>(silent));
    }

    /** What made an object that is there or lost; absent where nobody knows. */
    public Optional<Origin> origin(ObjectId object) {
        return Optional.ofNullable(origins.get(object));
    }
}
