/** Which addresses of databases a project and its surroundings name, in whatever notation, and where each was said. */
@NullMarked
package dev.migtrue.gather.address;

import org.jspecify.annotations.NullMarked;
