package dev.migtrue.language.schema;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that is not compared, ready to be left out of schemas on both sides. */
final class Omissions {

    private final Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);
    private final Set<ObjectId> objects = new HashSet<>();
    private final Map<ObjectKind, Set<String>> properties = new EnumMap<>(ObjectKind.class);
    private final List<Omission.Strangers> strangers;

    Omissions(Collection<Omission> all) {
        for (Omission omission : all) {
            switch (omission) {
                case Omission.Kinds some -> kinds.addAll(some.kinds());
                case Omission.Objects some -> objects.addAll(some.objects());
                case Omission.Properties some ->
                    properties
                            .computeIfAbsent(some.kind(), first -> new HashSet<>())
                            .addAll(some.properties());
                case Omission.Counted some -> {}
                case Omission.Strangers none -> {}
            }
        }
        this.strangers = all.stream()
                .filter(Omission.Strangers.class::isInstance)
                .map(Omission.Strangers.class::cast)
                .toList();
    }

    Schema outOf(Schema schema) {
        Set<ObjectKind> hidden = EnumSet.noneOf(ObjectKind.class);
        hidden.addAll(schema.hidden());
        hidden.addAll(kinds);
        SortedMap<ObjectId, SchemaObject> left = new TreeMap<>();
        schema.objects().forEach((id, object) -> {
            if (!isLeftOut(id)) {
                left.put(id, outOf(object));
            }
        });
        return new Schema(left, hidden, schema.server());
    }

    private boolean isLeftOut(ObjectId id) {
        return !objects.isEmpty()
                && (objects.contains(id) || id.holders().stream().anyMatch(objects::contains));
    }

    private SchemaObject outOf(SchemaObject object) {
        Set<String> hidden = properties.getOrDefault(object.id().kind(), Set.of());
        if (hidden.isEmpty()) {
            return object;
        }
        LinkedHashMap<String, String> left = new LinkedHashMap<>(object.properties());
        left.keySet().removeAll(hidden);
        Set<String> unknown = new HashSet<>(object.unknown());
        unknown.removeAll(hidden);
        return new SchemaObject(object.id(), left, unknown);
    }

    List<Difference> outOf(List<Difference> differences) {
        return strangers.isEmpty()
                ? differences
                : differences.stream()
                        .filter(difference -> !(difference instanceof Difference.Unexpected))
                        .toList();
    }
}
