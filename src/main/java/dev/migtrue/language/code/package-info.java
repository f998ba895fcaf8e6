/** Migration source in programming languages, read through tree-sitter and never run. Pure. */
@NullMarked
package dev.migtrue.language.code;

import org.jspecify.annotations.NullMarked;
