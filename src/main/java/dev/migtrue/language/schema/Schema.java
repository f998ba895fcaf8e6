package dev.migtrue.language.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All objects of a database, in the order of their ids.
 *
 * @param objects each under its own id
 * @param hidden the kinds of which there may be more objects than were shown; they are never compared
 * @param server what it was read from; absent where that is not known, or does not count
 */
public record Schema(
        SortedMap<ObjectId, SchemaObject> objects, Set<ObjectKind> hidden, Optional<ServerVersion> server) {

    /** A database in which nothing is. */
    public static final Schema EMPTY = new Schema(new TreeMap<>(), Set.of(), Optional.empty());

    public Schema {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
        hidden = Set.copyOf(hidden);
    }

    /** These objects; each has an id of its own. */
    public static Schema of(Collection<SchemaObject> objects) {
        SortedMap<ObjectId, SchemaObject> byId = new TreeMap<>();
        objects.forEach(object -> byId.put(object.id(), object));
        return new Schema(byId, Set.of(), Optional.empty());
    }

    /** The same objects, of which there may be more of some kinds. */
    public Schema hiding(Set<ObjectKind> kinds) {
        return new Schema(objects, kinds, server);
    }

    /** The same objects, as they were read from such a server. */
    public Schema readFrom(Optional<ServerVersion> version) {
        return new Schema(objects, hidden, version);
    }

    /** The objects that fit. */
    public Schema where(Predicate<SchemaObject> isWanted) {
        return of(objects.values().stream().filter(isWanted).toList())
                .hiding(hidden)
                .readFrom(server);
    }

    /** What is left where some things cannot be told: of such kinds there may be more objects. */
    public Schema without(Collection<Omission> omissions) {
        return omissions.isEmpty() ? this : new Omissions(omissions).outOf(this);
    }

    /** The object of this id; absent where there is none. */
    public Optional<SchemaObject> find(ObjectId id) {
        return Optional.ofNullable(objects.get(id));
    }

    /** The objects, in order. */
    public SequencedCollection<SchemaObject> all() {
        return objects.sequencedValues();
    }

    /** All there is to say, an object after the other: the same for all databases that are made the same. */
    public String text() {
        return objects.values().stream().map(SchemaObject::text).collect(Collectors.joining("\n"));
    }
}
