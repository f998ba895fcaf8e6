/** What migrations do, in the order in which they do it, whatever language they are written in. Pure. */
@NullMarked
package dev.migtrue.language.sql.program;

import org.jspecify.annotations.NullMarked;
