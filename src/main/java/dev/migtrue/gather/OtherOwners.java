package dev.migtrue.gather;

import dev.migtrue.facts.Exemption;
import dev.migtrue.gather.database.SchemaRead;
import dev.migtrue.language.schema.Expected;
import dev.migtrue.language.schema.IgnoredObjects;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The schemas of a database that are somebody else's: neither they nor a table in them belong to the one who owns the version tables.
 *
 * @param versionTables where it is told whose the migrations are; where there are none, nothing is somebody else's
 */
record OtherOwners(SchemaRead.Read read, Collection<ObjectId> versionTables) {

    /** One for each owner; what is expected is never left out. */
    List<Exemption> exemptions(Expected expected) {
        Set<String> ours = versionTables.stream()
                .flatMap(table -> Optional.ofNullable(read.owners().get(table)).stream())
                .collect(Collectors.toSet());
        if (ours.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> foreign = read.schema().all().stream()
                .map(SchemaObject::id)
                .filter(id -> id.kind() == ObjectKind.SCHEMA && !isExpected(id, expected) && !isOf(ours, id))
                .collect(Collectors.groupingBy(
                        id -> read.owners().getOrDefault(id, ""),
                        Collectors.mapping(ObjectId::toString, Collectors.toList())));
        return foreign.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(owner -> new Exemption(
                        IgnoredObjects.of(owner.getValue()), "'%s' owns such schemas".formatted(owner.getKey())))
                .toList();
    }

    private static boolean isExpected(ObjectId schema, Expected expected) {
        return expected instanceof Expected.Known known
                && (known.schema().find(schema).isPresent()
                        || known.schema().all().stream()
                                .anyMatch(object -> object.id().schema().equals(Optional.of(schema.name()))));
    }

    /** One of which nobody says whose it is may be ours. */
    private boolean isOf(Set<String> ours, ObjectId schema) {
        return !read.owners().containsKey(schema)
                || read.owners().entrySet().stream()
                        .filter(owned -> owned.getKey().equals(schema)
                                || owned.getKey().schema().equals(Optional.of(schema.name())))
                        .anyMatch(owned -> ours.contains(owned.getValue()));
    }
}
