/** JavaScript and TypeScript, put in the words of all languages. Pure. */
@NullMarked
package dev.migtrue.language.code.javascript;

import org.jspecify.annotations.NullMarked;
