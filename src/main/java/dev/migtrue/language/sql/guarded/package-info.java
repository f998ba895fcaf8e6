/** How statements can be written so that they may run again, in each dialect's own words. Pure. */
@NullMarked
package dev.migtrue.language.sql.guarded;

import org.jspecify.annotations.NullMarked;
