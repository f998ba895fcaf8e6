/** Migrations of Rails: what the calls in them do. Pure. */
@NullMarked
package dev.migtrue.language.code.rails;

import org.jspecify.annotations.NullMarked;
