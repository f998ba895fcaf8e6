/** Version tables as they were when {@code migtrue snapshot} looked at them: for hooks, and for machines that reach no database. */
@NullMarked
package dev.migtrue.gather.snapshot;

import org.jspecify.annotations.NullMarked;
