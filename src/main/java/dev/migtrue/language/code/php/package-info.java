/** PHP, put in the words of all languages. Pure. */
@NullMarked
package dev.migtrue.language.code.php;

import org.jspecify.annotations.NullMarked;
