package dev.migtrue.gather.road;

import dev.migtrue.model.Migration;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;

/**
 * A migration that was run, as the first source has it that has it: the working tree before the index before HEAD.
 *
 * @param tree of the source: what {@code layout.program(migration, tree, dialect)} and {@code layout.generated(…)} are asked with
 */
public record AppliedCopy(Migration migration, Source source, Tree tree) {}
