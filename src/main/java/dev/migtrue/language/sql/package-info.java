/** SQL scripts, read without knowing their dialect. Pure. */
@NullMarked
package dev.migtrue.language.sql;

import org.jspecify.annotations.NullMarked;
