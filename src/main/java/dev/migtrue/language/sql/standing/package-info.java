/** What scripts have built up to a moment, as definitions that can be compared part by part. Pure. */
@NullMarked
package dev.migtrue.language.sql.standing;

import org.jspecify.annotations.NullMarked;
