package dev.migtrue.report;

import java.util.ArrayList;
import java.util.List;

/** Titled lists of lines, the titles in a column of their own. */
final class Sections {

    private final List<List<Piece>> rows = new ArrayList<>();

    /** Adds a section; one without lines is left out. */
    void add(Piece title, List<String> texts) {
        Piece next = title;
        for (String text : texts) {
            rows.add(List.of(next, Piece.plain(text)));
            next = Piece.NOTHING;
        }
    }

    void addTo(Lines lines) {
        new Columns(rows).addTo(lines, "");
    }
}
