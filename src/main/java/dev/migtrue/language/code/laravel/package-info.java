/** Migrations of Laravel and Doctrine, and what PHP hands to a database: what the calls in them do. Pure. */
@NullMarked
package dev.migtrue.language.code.laravel;

import org.jspecify.annotations.NullMarked;
