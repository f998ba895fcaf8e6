/** Databases to be thrown away, and what is found out on them: what becomes of a migration that runs twice. */
@NullMarked
package dev.migtrue.gather.scratch;

import org.jspecify.annotations.NullMarked;
