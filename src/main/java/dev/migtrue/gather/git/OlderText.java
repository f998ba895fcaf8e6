package dev.migtrue.gather.git;

import dev.migtrue.model.Commit;
import dev.migtrue.model.FileText;

/**
 * A text that a file had, and that HEAD has no more.
 *
 * @param before the full id of a commit that has it
 * @param change the commit by which the file came to what it says in HEAD
 */
public record OlderText(FileText text, String before, Commit change) {}
