/** The founding incident, played with the real tools and the packaged program. */
@NullMarked
package dev.migtrue.incident;

import org.jspecify.annotations.NullMarked;
