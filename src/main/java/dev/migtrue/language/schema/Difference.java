package dev.migtrue.language.schema;

import java.util.List;
import java.util.Optional;

/** One way in which the schema that is there is not the one that is expected. */
public sealed interface Difference {

    /** What it is about, under the name by which the expected schema knows it, if it does. */
    ObjectId object();

    /**
     * It should be there and is not.
     *
     * @param parts what is not there either because it belongs to it; told of nowhere else
     */
    record Missing(SchemaObject expected, List<SchemaObject> parts) implements Difference {
        public Missing {
            parts = List.copyOf(parts);
        }

        @Override
        public ObjectId object() {
            return expected.id();
        }
    }

    /**
     * It is there, and should not be.
     *
     * @param parts what is there because it belongs to it; told of nowhere else
     */
    record Unexpected(SchemaObject actual, List<SchemaObject> parts) implements Difference {
        public Unexpected {
            parts = List.copyOf(parts);
        }

        @Override
        public ObjectId object() {
            return actual.id();
        }
    }

    /** It is there with a property that differs. A side without the property has an absent value. */
    record Changed(ObjectId object, String property, Optional<String> expected, Optional<String> actual)
            implements Difference {}

    /**
     * What should be there is not, and in its place is the only other thing of the same kind that is made the same. Whether somebody renamed it,
     * or dropped the one and made the other, nothing tells.
     */
    record Renamed(SchemaObject expected, SchemaObject actual) implements Difference {
        @Override
        public ObjectId object() {
            return expected.id();
        }
    }
}
