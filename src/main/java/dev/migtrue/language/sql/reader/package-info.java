/** Reads what statements say: tolerant, never stopped by what it does not know. Pure. */
@NullMarked
package dev.migtrue.language.sql.reader;

import org.jspecify.annotations.NullMarked;
