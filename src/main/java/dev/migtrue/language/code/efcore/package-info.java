/** Migrations of Entity Framework Core: what the calls in them do. Pure. */
@NullMarked
package dev.migtrue.language.code.efcore;

import org.jspecify.annotations.NullMarked;
