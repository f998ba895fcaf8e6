package dev.migtrue.model;

import java.util.List;

/** A cure that can be spelled out. */
public sealed interface Fix {

    /** What it does, in a few words. */
    String title();

    /** A command for the user to run; shown, never run by us. {@code argv} is unquoted. */
    record Command(String title, List<String> argv) implements Fix {
        public Command {
            argv = List.copyOf(argv);
        }
    }

    /**
     * Other words in one file. Made by us if the user asks for it.
     *
     * @param edits in any order; no two overlap
     */
    record Edits(String title, Safety safety, RepoPath path, List<TextEdit> edits) implements Fix {
        public Edits {
            edits = List.copyOf(edits);
        }
    }

    /** Whether somebody has to look at what edits make of a migration. */
    enum Safety {
        /** Where the migration ran before, it does the same, and what is there already is left alone. */
        SAFE,
        /** What is there already may be replaced, or rows may be left out. */
        UNSAFE
    }
}
