/** Writes what findings say a file should say instead. The only part that writes to what is checked, and only when the user asks for it. */
@NullMarked
package dev.migtrue.cli.fix;

import org.jspecify.annotations.NullMarked;
