/** Ruby: its tree in our own words, and what it brings itself. Pure. */
@NullMarked
package dev.migtrue.language.code.ruby;

import org.jspecify.annotations.NullMarked;
