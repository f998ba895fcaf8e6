/** Git hooks: where they lie, what stands in them, and how ours comes and goes without a trace. */
@NullMarked
package dev.migtrue.hook;

import org.jspecify.annotations.NullMarked;
