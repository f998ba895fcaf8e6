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
}
