/**
 * What migrations leave in a database, as far as their texts tell, in the words of a catalogue: which objects have to be there, and who made
 * them. Held against what is there. Pure.
 */
@NullMarked
package dev.migtrue.language.effect;

import org.jspecify.annotations.NullMarked;
