/**
 * The ground that every other package stands on: ids, paths, spans, migrations, findings and the ports {@link
 * dev.migtrue.model.Tree} and {@link dev.migtrue.model.Row}. Immutable values that depend on {@code java.base} only; nothing here
 * reads a file, a repository or a connection.
 */
@NullMarked
package dev.migtrue.model;

import org.jspecify.annotations.NullMarked;
