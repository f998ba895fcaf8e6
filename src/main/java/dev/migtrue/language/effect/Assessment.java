package dev.migtrue.language.effect;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Omission;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.sql.rerun.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is there, held against what migrations left.
 *
 * @param expected what is there, put right as far as the texts of the migrations tell: without what none of them makes, with what they made
 * and is gone. What they do not tell is as it is
 * @param lost what they made and nothing took back, and is not there; parts of what is lost are not among them
 * @param unexplained what is there and none of them makes; parts of it are not among them
 * @param origins which migration made what is there or lost, as far as that is known
 * @param changes which migration gave it the form that it has, where that is another statement than the one that made it
 * @param silent of what nobody can say whether it is right, and why
 */
public record Assessment(
        Schema expected,
        List<Lost> lost,
        List<ObjectId> unexplained,
        SortedMap<ObjectId, Origin> origins,
        SortedMap<ObjectId, Origin> changes,
        SortedMap<ObjectId, String> silent) {

    private static final String PRESENCE = "the texts of migrations tell what is there, not how it is made";

    /** An object that a migration made, and that is not there. */
    public record Lost(ObjectId object, Origin origin) {}

    public Assessment {
        lost = List.copyOf(lost);
        unexplained = List.copyOf(unexplained);
        origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
        silent = Collections.unmodifiableSortedMap(new TreeMap<>(silent));
    }

    /** What made an object that is there or lost; absent where nobody knows. */
    public Optional<Origin> origin(ObjectId object) {
        return Optional.ofNullable(origins.get(object));
    }

    /**
     * What is not told of the schema that is expected.
     *
     * @param actual what is there
     */
    public List<Omission> omissions(Schema actual) {
        List<Omission> omissions = new ArrayList<>();
        SortedMap<ObjectKind, Set<String>> properties = new TreeMap<>();
        actual.all()
                .forEach(object -> properties
                        .computeIfAbsent(object.id().kind(), first -> new TreeSet<>())
                        .addAll(object.properties().keySet()));
        properties.forEach((kind, names) -> {
            if (!names.isEmpty()) {
                omissions.add(new Omission.Properties(kind, names, PRESENCE));
            }
        });
        SortedMap<String, Set<ObjectId>> reasons = new TreeMap<>();
        silent.forEach((id, reason) ->
                reasons.computeIfAbsent(reason, first -> new TreeSet<>()).add(id));
        reasons.forEach((reason, ids) -> {
            // A schema would take along all that is in it.
            ids.removeIf(id -> id.kind() == ObjectKind.SCHEMA || id.kind() == ObjectKind.DATABASE || isWithin(id));
            if (!ids.isEmpty()) {
                omissions.add(new Omission.Objects(ids, reason));
            }
        });
        return omissions;
    }

    /** Whether it goes with a table of which all is told already, or of which others look after. */
    private boolean isWithin(ObjectId id) {
        return id.table()
                .filter(table -> !origins.containsKey(ObjectId.of(ObjectKind.TABLE, id.schema(), table)))
                .isPresent();
    }
}
