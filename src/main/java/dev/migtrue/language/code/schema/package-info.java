/** Definitions of tables as frameworks of several languages make them, as SQL. Pure. */
@NullMarked
package dev.migtrue.language.code.schema;

import org.jspecify.annotations.NullMarked;
