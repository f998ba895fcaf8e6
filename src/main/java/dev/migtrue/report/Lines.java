package dev.migtrue.report;

import java.util.List;

/**
 * Text for people under construction. Lines are made of {@link Piece}s only, so that nothing foreign reaches a terminal
 * raw.
 */
final class Lines {

    private final Style style;
    private final StringBuilder text = new StringBuilder();
    private boolean isGapDue;

    Lines(Style style) {
        this.style = style;
    }

    void add(Piece... pieces) {
        add(List.of(pieces));
    }

    void add(List<Piece> pieces) {
        indented("", pieces);
    }

    void indented(String indent, Piece... pieces) {
        indented(indent, List.of(pieces));
    }

    /** Adds a line that starts with blanks. */
    void indented(String indent, List<Piece> pieces) {
        text.append(isGapDue ? "\n" : "").append(pieces.stream().allMatch(Piece::isEmpty) ? "" : indent);
        isGapDue = false;
        for (Piece piece : pieces) {
            text.append(style.paint(piece.ink(), piece.text()));
        }
        text.append('\n');
    }

    /** Sets off what comes next, if something stands above and something comes. */
    void gap() {
        isGapDue = !text.isEmpty();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
