/** The words that we have for the parts of a program, whatever language it is written in, and how trees of other words are put in them. Pure. */
@NullMarked
package dev.migtrue.language.code.words;

import org.jspecify.annotations.NullMarked;
