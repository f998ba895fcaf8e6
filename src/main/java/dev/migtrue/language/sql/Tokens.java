package dev.migtrue.language.sql;

import java.util.Arrays;

/** The tokens of a script in order, each known by its index. They touch: together they are the text. */
public final class Tokens {

    private final String text;
    private int[] starts = new int[64];
    private TokenKind[] kinds = new TokenKind[64];
    private int size;

    Tokens(String text, int start) {
        this.text = text;
        starts[0] = start;
    }

    /**
     * Adds the token that reaches from the last one's end to {@code end}. For the splitter only, before anybody else
     * sees them.
     */
    void add(TokenKind kind, int end) {
        if (size + 1 == starts.length) {
            starts = Arrays.copyOf(starts, size * 2 + 2);
            kinds = Arrays.copyOf(kinds, size * 2 + 2);
        }
        kinds[size++] = kind;
        starts[size] = end;
    }

    /** The whole text in which the offsets count. */
    public String source() {
        return text;
    }

    public int size() {
        return size;
    }

    /** Where a token begins: 0-based, in chars. {@code start(size())} is where the last one ends. */
    public int start(int index) {
        return starts[index];
    }

    /** Where a token ends, exclusive. */
    public int end(int index) {
        return starts[index + 1];
    }

    public TokenKind kind(int index) {
        return kinds[index];
    }

    public boolean isSilent(int index) {
        return kinds[index].isSilent();
    }

    /** A token as it stands. */
    public String text(int index) {
        return text.substring(starts[index], starts[index + 1]);
    }

    /** Whether a token is this keyword, written in whatever case and without quotes. */
    public boolean isWord(int index, String upper) {
        int start = starts[index];
        return kinds[index] == TokenKind.WORD
                && starts[index + 1] - start == upper.length()
                && text.regionMatches(true, start, upper, 0, upper.length());
    }

    /** Whether a token is this sign and no longer one. */
    public boolean isSign(int index, char sign) {
        return kinds[index] == TokenKind.SIGN
                && starts[index + 1] - starts[index] == 1
                && text.charAt(starts[index]) == sign;
    }
}
