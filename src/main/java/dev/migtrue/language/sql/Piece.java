package dev.migtrue.language.sql;

/** What a script is made of, end to end. */
public sealed interface Piece permits Statement, Piece.Gap, Piece.Command, Piece.Data, Piece.Mark {

    Clause clause();

    /** Blanks, comments and empty statements between statements. */
    record Gap(Clause clause) implements Piece {}

    /**
     * A line for the client.
     *
     * @param word what it begins with, in lower case: {@code go}, {@code \connect}, {@code delimiter}, {@code /} …
     * @param rest what follows on the line
     */
    record Command(Clause clause, String word, String rest) implements Piece {}

    /** Rows for the {@code COPY … FROM STDIN} before it. */
    record Data(Clause clause) implements Piece {}

    /** A comment by which a migration tool divides the script. */
    record Mark(Clause clause, Marker marker) implements Piece {}
}
