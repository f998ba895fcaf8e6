/** The command line, run in this process. */
@NullMarked
package dev.migtrue.cli;

import org.jspecify.annotations.NullMarked;
