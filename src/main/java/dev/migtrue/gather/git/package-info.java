/** The places git keeps files in, read without writing: working tree, index, commits, ignore rules. */
@NullMarked
package dev.migtrue.gather.git;

import org.jspecify.annotations.NullMarked;
