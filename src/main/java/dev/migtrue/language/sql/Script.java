package dev.migtrue.language.sql;

import dev.migtrue.model.Span;
import java.util.List;

/** A text taken apart into statements and what stands between them. Whatever the text, the pieces are all of it. */
public final class Script {

    private final Tokens tokens;
    private final Dialect dialect;
    private final List<Piece> pieces;
    private final Lines lines;

    private Script(Tokens tokens, Dialect dialect, List<Piece> pieces, Lines lines) {
        this.tokens = tokens;
        this.dialect = dialect;
        this.pieces = List.copyOf(pieces);
        this.lines = lines;
    }

    /** Reads a whole text. */
    public static Script of(String text, Dialect dialect) {
        return within(text, new Place(0, text.length()), dialect);
    }

    /** Reads a part of a text, such as the body of a routine. Places are those in the whole text. */
    public static Script within(String text, Place window, Dialect dialect) {
        Splitter splitter = new Splitter(text, window, dialect);
        List<Piece> pieces = splitter.split();
        return new Script(splitter.tokens(), dialect, pieces, Lines.of(text));
    }

    public Dialect dialect() {
        return dialect;
    }

    public Tokens tokens() {
        return tokens;
    }

    public List<Piece> pieces() {
        return pieces;
    }

    public List<Statement> statements() {
        return pieces.stream()
                .filter(Statement.class::isInstance)
                .map(Statement.class::cast)
                .toList();
    }

    /** A place in it by line and column. */
    public Span span(Place place) {
        return lines.span(place);
    }
}
