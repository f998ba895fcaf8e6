package dev.migtrue.language.code;

import dev.migtrue.model.Span;
import java.util.Arrays;

/** The text of a program without its byte order mark. Offsets count UTF-16 units. */
public final class SourceText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String value;

    /** Where its lines begin, all of them: each call in a program is asked for its place, and some programs are very long. */
    private final int[] starts;

    private SourceText(String value) {
        this.value = value;
        this.starts = starts(value);
    }

    static SourceText of(String source) {
        return new SourceText(source.startsWith(BYTE_ORDER_MARK) ? source.substring(BYTE_ORDER_MARK.length()) : source);
    }

    private static int[] starts(String text) {
        int[] starts = new int[text.length() / 16 + 2];
        int count = 1;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = end + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    /** Its beginning, as a text of its own. */
    SourceText upTo(int end) {
        return new SourceText(value.substring(0, end));
    }

    String value() {
        return value;
    }

    /** The lines and columns of the stretch between two offsets. */
    Span span(int start, int end) {
        int first = line(start);
        int last = line(end);
        return new Span(first + 1, column(first, start), last + 1, column(last, end));
    }

    /**
     * The text with one ASCII character in the place of each that is none, so that offsets into its bytes are offsets into this text. A
     * letter stays a letter; what no program may hold outside strings and comments stays that.
     */
    String ascii() {
        StringBuilder ascii = new StringBuilder(value);
        for (int i = 0; i < ascii.length(); i++) {
            char unit = ascii.charAt(i);
            if (unit == 0 || unit > '~') {
                ascii.setCharAt(i, Character.isLetter(unit) ? 'x' : '?');
            }
        }
        return ascii.toString();
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private int column(int line, int offset) {
        return value.codePointCount(starts[line], offset) + 1;
    }
}
