package dev.migtrue.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A paragraph of Markdown as words in ink: what stands between backticks is code and one word, between double asterisks
 * strong.
 */
final class Inline {

    private final List<List<Piece>> words = new ArrayList<>();
    private final List<Piece> word = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Ink ink = Ink.NORMAL;

    private Inline() {}

    static List<List<Piece>> words(String paragraph) {
        Inline inline = new Inline();
        int at = 0;
        while (at < paragraph.length()) {
            at += inline.read(paragraph, at);
        }
        inline.endWord();
        return inline.words;
    }

    /** Reads what starts at {@code at}; how many characters that was. */
    private int read(String paragraph, int at) {
        char next = paragraph.charAt(at);
        if (next == ' ' && ink != Ink.CODE) {
            endWord();
        } else if (next == '`') {
            // The ticks stay: without colour they are all that tells code from prose.
            if (ink == Ink.CODE) {
                text.append(next);
                turn(Ink.NORMAL);
            } else {
                turn(Ink.CODE);
                text.append(next);
            }
        } else if (paragraph.startsWith("**", at) && ink != Ink.CODE) {
            turn(ink == Ink.TITLE ? Ink.NORMAL : Ink.TITLE);
            return 2;
        } else {
            text.append(next);
        }
        return 1;
    }

    private void turn(Ink other) {
        endPiece();
        ink = other;
    }

    private void endPiece() {
        if (!text.isEmpty()) {
            word.add(new Piece(ink, text.toString()));
            text.setLength(0);
        }
    }

    private void endWord() {
        endPiece();
        if (!word.isEmpty()) {
            words.add(List.copyOf(word));
            word.clear();
        }
    }
}
