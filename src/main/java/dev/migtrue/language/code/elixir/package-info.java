/** Elixir: its tree in our own words. Pure. */
@NullMarked
package dev.migtrue.language.code.elixir;

import org.jspecify.annotations.NullMarked;
