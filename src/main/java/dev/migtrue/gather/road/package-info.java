/** How to find out which schema applied migrations build: the port behind which a replay, a snapshot and the reading of texts stand. */
@NullMarked
package dev.migtrue.gather.road;

import org.jspecify.annotations.NullMarked;
