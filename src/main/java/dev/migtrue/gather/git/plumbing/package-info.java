/** What JGit cannot read, handed to it by the program {@code git}: indexes, objects, references. */
@NullMarked
package dev.migtrue.gather.git.plumbing;

import org.jspecify.annotations.NullMarked;
