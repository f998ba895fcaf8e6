/** What becomes of a database when a script runs on it twice: worked out from the text alone. Pure. */
@NullMarked
package dev.migtrue.language.sql.rerun;

import org.jspecify.annotations.NullMarked;
