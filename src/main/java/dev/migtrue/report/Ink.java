package dev.migtrue.report;

import dev.migtrue.model.Severity;

/** What a stretch of text is, as far as colour tells it. Nothing is told by colour alone. */
enum Ink {
    NORMAL(""),
    TITLE("1"),
    FAINT("2"),
    GOOD("32"),
    NOTABLE("33"),
    BAD("31"),
    GRAVE("1;31"),
    CODE("36");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    /** The parameters of its ANSI escape sequence; empty for text as the terminal shows it anyway. */
    String code() {
        return code;
    }

    static Ink of(Severity severity) {
        return switch (severity) {
            case ERROR -> GRAVE;
            case WARNING -> NOTABLE;
            case NOTE -> CODE;
        };
    }
}
