package dev.migtrue.report;

/**
 * Text with every character spelled out that a terminal would obey or hide instead of showing: controls, line ends,
 * direction marks, invisible formatting, lone surrogates. File names and ids are written by anyone who can push a
 * branch.
 */
final class Visible {

    private Visible() {}

    static String of(String text) {
        if (text.codePoints().noneMatch(Visible::isTreacherous)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isTreacherous(point)) {
                visible.append(spelled(point));
            } else {
                visible.appendCodePoint(point);
            }
        });
        return visible.toString();
    }

    /** Whether a terminal would not simply show this code point. */
    static boolean isTreacherous(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String spelled(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> point < 0x100 ? "\\x%02x".formatted(point) : "\\u{%04x}".formatted(point);
        };
    }
}
