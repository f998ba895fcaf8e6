/** Files of code, and who reads them. Pure. */
@NullMarked
package dev.migtrue.language.code.file;

import org.jspecify.annotations.NullMarked;
