package dev.migtrue.gather.road;

import dev.migtrue.language.schema.Road;

/** A way to find out which schema the applied migrations of a database build. The database itself is never asked. */
public interface SchemaRoad {

    /** Which one it is. */
    Road road();

    /** Whether it starts from the migrations that were run: without a version table it leads nowhere. */
    default boolean isOfMigrations() {
        return true;
    }

    /** Goes it. What stands in the way is an answer, never an exception. */
    Answer answer(Inquiry inquiry);
}
