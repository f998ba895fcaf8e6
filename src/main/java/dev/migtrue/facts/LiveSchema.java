package dev.migtrue.facts;

import dev.migtrue.language.schema.Schema;
import dev.migtrue.model.Applied;

/** What a database is made of, as it says itself. "Not read" is never "empty". */
public sealed interface LiveSchema {

    /** It was read. */
    record Read(Schema schema) implements LiveSchema {}

    /** It was not. {@code reason} is one line without secrets. */
    record NotRead(Applied.Obstacle obstacle, String reason) implements LiveSchema {}
}
