package dev.migtrue.language.sql.program;

import dev.migtrue.language.sql.Piece;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.Script;

/** The part of a file that is run when its migration is applied, where a tool's comments divide it. */
public final class UpPart {

    private UpPart() {}

    /** All before the comment that begins the way back. */
    public static Place of(Script script) {
        int end = script.pieces().stream()
                .filter(piece ->
                        piece instanceof Piece.Mark mark && mark.marker().word().equals("down"))
                .map(piece -> piece.clause().place().start())
                .findFirst()
                .orElse(script.tokens().source().length());
        return new Place(0, end);
    }
}
