package dev.migtrue.language.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Schemas of a few words. */
final class GivenSchema {

    private final List<SchemaObject> objects = new ArrayList<>();

    /** A thing of schema public, with {@code property=value} pairs. */
    GivenSchema with(ObjectKind kind, String name, String... properties) {
        return with(ObjectId.of(kind, Optional.of("public"), name), properties);
    }

    /** A part of a table of schema public. */
    GivenSchema part(ObjectKind kind, String table, String name, String... properties) {
        return with(new ObjectId(kind, Optional.of("public"), Optional.of(table), name), properties);
    }

    GivenSchema with(ObjectId id, String... properties) {
        objects.add(new SchemaObject(id, properties(properties)));
        return this;
    }

    GivenSchema withUnknown(ObjectKind kind, String name, String property) {
        ObjectId id = ObjectId.of(kind, Optional.of("public"), name);
        objects.add(new SchemaObject(id, properties(), Set.of(property)));
        return this;
    }

    static SequencedMap<String, String> properties(String... pairs) {
        SequencedMap<String, String> properties = new LinkedHashMap<>();
        for (String pair : pairs) {
            properties.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return properties;
    }

    Schema schema() {
        return Schema.of(objects);
    }
}
