package dev.migtrue.language.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Some tokens in a row, {@code to} exclusive. Two are equal when their words are, wherever they stand and however they
 * are spaced.
 */
public final class Clause {

    private final Tokens tokens;
    private final int from;
    private final int to;

    public Clause(Tokens tokens, int from, int to) {
        if (from < 0 || to < from || to > tokens.size()) {
            throw new IllegalArgumentException("no tokens from %d to %d of %d".formatted(from, to, tokens.size()));
        }
        this.tokens = tokens;
        this.from = from;
        this.to = to;
    }

    public Tokens tokens() {
        return tokens;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    public boolean isEmpty() {
        return from == to;
    }

    public Place place() {
        return new Place(tokens.start(from), tokens.start(to));
    }

    /** As it stands. */
    public String text() {
        return place().in(tokens.source());
    }

    /** Its tokens without blanks and comments, as they stand. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        for (int index = from; index < to; index++) {
            if (!tokens.isSilent(index)) {
                words.add(tokens.text(index));
            }
        }
        return words;
    }

    /** What it says, apart from spacing, comments and the case of its plain words. */
    private List<String> sense() {
        List<String> words = new ArrayList<>();
        for (int index = from; index < to; index++) {
            if (tokens.kind(index) == TokenKind.WORD) {
                words.add(tokens.text(index).toLowerCase(Locale.ROOT));
            } else if (!tokens.isSilent(index)) {
                words.add(tokens.text(index));
            }
        }
        return words;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Clause clause && sense().equals(clause.sense());
    }

    @Override
    public int hashCode() {
        return sense().hashCode();
    }

    @Override
    public String toString() {
        return String.join(" ", words());
    }
}
