/** What guards of statements are worth, dialect by dialect. Pure. */
@NullMarked
package dev.migtrue.language.sql.guard;

import org.jspecify.annotations.NullMarked;
