/** Everything that was gathered, joined by migration id: the table between what reads and what judges. Pure; nothing here reads or decides. */
@NullMarked
package dev.migtrue.facts;

import org.jspecify.annotations.NullMarked;
