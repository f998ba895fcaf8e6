/** C#: its tree in our own words. Pure. */
@NullMarked
package dev.migtrue.language.code.csharp;

import org.jspecify.annotations.NullMarked;
