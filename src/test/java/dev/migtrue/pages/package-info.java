/** The rule pages as tests: their grammar, their examples, and whether pages, classes and list agree. */
@NullMarked
package dev.migtrue.pages;

import org.jspecify.annotations.NullMarked;
