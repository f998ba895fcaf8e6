/** The application folder that {@code mvn package} leaves, as users start it. */
@NullMarked
package dev.migtrue.packaged;

import org.jspecify.annotations.NullMarked;
