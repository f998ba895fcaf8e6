package dev.migtrue.language.schema;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A part of a schema that is not compared, because nobody can know what is right there. */
public sealed interface Omission {

    /** Why, in words that may follow "not compared: …": lower case, no full stop, no secret. */
    String reason();

    /** Every object of these kinds, with all that is in it. */
    record Kinds(Set<ObjectKind> kinds, String reason) implements Omission {
        public Kinds {
            kinds = Set.copyOf(kinds);
        }
    }

    /** Single objects, with all that is in them: whether they are to be there at all is not known either. */
    record Objects(Set<ObjectId> objects, String reason) implements Omission {
        public Objects {
            objects = Set.copyOf(objects);
        }
    }

    /** Some properties of every object of one kind. A property of a single object is told by {@link SchemaObject#unknown}. */
    record Properties(ObjectKind kind, Set<String> properties, String reason) implements Omission {
        public Properties {
            properties = Set.copyOf(properties);
        }
    }

    /**
     * Some properties of some objects of one kind: each is expected as it is there.
     *
     * @param properties the objects of which each of them is not compared: never none
     */
    record Counted(ObjectKind kind, SortedMap<String, Set<ObjectId>> properties, String reason) implements Omission {
        public Counted {
            SortedMap<String, Set<ObjectId>> copies = new TreeMap<>();
            properties.forEach((property, objects) -> copies.put(property, Set.copyOf(objects)));
            properties = Collections.unmodifiableSortedMap(copies);
        }
    }

    /** What is in the database and not in the expected schema: migrations may have made it in a way that nobody followed. */
    record Strangers(String reason) implements Omission {}
}
