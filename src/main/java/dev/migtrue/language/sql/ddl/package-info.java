/** What statements say, as values: actions, the objects they name, the guards they carry. Pure. */
@NullMarked
package dev.migtrue.language.sql.ddl;

import org.jspecify.annotations.NullMarked;
