/** Version tables, read through read-only connections and never written. */
@NullMarked
package dev.migtrue.gather.database;

import org.jspecify.annotations.NullMarked;
