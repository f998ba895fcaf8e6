/** Secrets, in all the ways that they come to us, and nowhere where they could leave. */
@NullMarked
package dev.migtrue.secrets;

import org.jspecify.annotations.NullMarked;
