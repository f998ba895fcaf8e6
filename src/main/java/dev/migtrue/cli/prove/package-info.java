/** What {@code migtrue prove} does with the migrations that it was asked for, and how it tells of it. */
@NullMarked
package dev.migtrue.cli.prove;

import org.jspecify.annotations.NullMarked;
