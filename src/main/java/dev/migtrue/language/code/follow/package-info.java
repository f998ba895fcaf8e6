/**
 * Programs, followed as they would run, as far as their text tells: what they do to a database. One evaluator for all languages, over trees
 * in our own words. Pure.
 */
@NullMarked
package dev.migtrue.language.code.follow;

import org.jspecify.annotations.NullMarked;
