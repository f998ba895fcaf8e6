/** Go: its tree in our own words, its own functions and its errors. Pure. */
@NullMarked
package dev.migtrue.language.code.go;

import org.jspecify.annotations.NullMarked;
