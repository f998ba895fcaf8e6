/** The command line: options, exit codes, wiring. The only package that touches {@code System}, the environment and the clock. */
@NullMarked
package dev.migtrue.cli;

import org.jspecify.annotations.NullMarked;
