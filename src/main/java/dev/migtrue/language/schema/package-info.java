/**
 * What a database is made of, as values: each object is a name and a table of properties in canonical texts, and two schemas are
 * compared property by property. Pure.
 */
@NullMarked
package dev.migtrue.language.schema;

import org.jspecify.annotations.NullMarked;
