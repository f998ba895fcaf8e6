/** Applied migrations, run anew on a database to be thrown away, to find out which schema they build. */
@NullMarked
package dev.migtrue.gather.scratch.replay;

import org.jspecify.annotations.NullMarked;
