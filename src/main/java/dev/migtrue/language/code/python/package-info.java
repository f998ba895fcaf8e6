/** Python programs, followed as they would run, as far as their text tells: what they do to a database. Pure. */
@NullMarked
package dev.migtrue.language.code.python;

import org.jspecify.annotations.NullMarked;
