/** What the models of a program declare of its database, as far as their text says it with certainty, and in what two such texts differ. */
@NullMarked
package dev.migtrue.language.code.declared;

import org.jspecify.annotations.NullMarked;
