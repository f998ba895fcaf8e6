/** Where the files of migrations are or were that a database names and no source has: the search, over real repositories. */
@NullMarked
package dev.migtrue.attribution;

import org.jspecify.annotations.NullMarked;
