/** Migrations of Ecto: what the calls in them do. Pure. */
@NullMarked
package dev.migtrue.language.code.ecto;

import org.jspecify.annotations.NullMarked;
