/** Python: its strings, its own functions, its inspectors and its errors. Pure. */
@NullMarked
package dev.migtrue.language.code.python;

import org.jspecify.annotations.NullMarked;
