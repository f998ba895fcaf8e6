package dev.migtrue.report;

/** A stretch of one line in one ink. Whatever it was made of, it holds no character that a terminal would obey. */
record Piece(Ink ink, String text) {

    static final Piece NOTHING = plain("");

    Piece {
        text = Visible.of(text);
    }

    static Piece plain(String text) {
        return new Piece(Ink.NORMAL, text);
    }

    int width() {
        return Width.of(text);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
