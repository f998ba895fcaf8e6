package dev.migtrue.gather.database;

import dev.migtrue.language.schema.Schema;

/** What came of reading what a database is made of. */
public sealed interface SchemaRead {

    /** It was read. */
    record Read(Schema schema) implements SchemaRead {}

    /** It was not; why is the same as of a version table. */
    record NotRead(TableRead.NotRead why) implements SchemaRead {}
}
