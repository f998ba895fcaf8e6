package dev.migtrue.language.schema;

import java.util.Set;

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

    /** What is in the database and not in the expected schema: migrations may have made it in a way that nobody followed. */
    record Strangers(String reason) implements Omission {}
}
