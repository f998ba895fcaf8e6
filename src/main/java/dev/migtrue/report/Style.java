package dev.migtrue.report;

/** Whether text is coloured with ANSI escape sequences. Who reads it decides; nothing here asks the terminal. */
public enum Style {
    PLAIN,
    COLOURED;

    String paint(Ink ink, String text) {
        return switch (this) {
            case PLAIN -> text;
            case COLOURED ->
                ink.code().isEmpty() || text.isEmpty() ? text : "\u001b[" + ink.code() + "m" + text + "\u001b[0m";
        };
    }
}
