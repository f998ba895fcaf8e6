package dev.migtrue.language.sql;

import dev.migtrue.model.Span;
import java.util.Arrays;

/** Where the lines of a text begin. A line ends with {@code \n}, {@code \r\n} or a lone {@code \r}. */
public final class Lines {

    private final String text;
    private final int[] starts;

    private Lines(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    public static Lines of(String text) {
        int[] starts = new int[text.length() / 16 + 2];
        int count = 1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c > '\r' || !isEnd(text, at)) {
                continue;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        return new Lines(text, Arrays.copyOf(starts, count));
    }

    private static boolean isEnd(String text, int at) {
        char c = text.charAt(at);
        return c == '\n' || (c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'));
    }

    /** The same stretch by line and column. */
    public Span span(Place place) {
        int first = line(place.start());
        int last = line(place.end());
        return new Span(first + 1, column(first, place.start()), last + 1, column(last, place.end()));
    }

    /**
     * The place of a stretch that is given by line and column.
     *
     * @throws IllegalArgumentException where the text has no such line or column
     */
    public Place place(Span span) {
        return new Place(offset(span.startLine(), span.startColumn()), offset(span.endLine(), span.endColumn()));
    }

    private int offset(int line, int column) {
        if (line > starts.length) {
            throw new IllegalArgumentException("no line " + line);
        }
        int start = starts[line - 1];
        int end = line == starts.length ? text.length() : starts[line];
        if (column - 1 > text.codePointCount(start, end)) {
            throw new IllegalArgumentException("no column " + column + " in line " + line);
        }
        return text.offsetByCodePoints(start, column - 1);
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private int column(int line, int offset) {
        return text.codePointCount(starts[line], offset) + 1;
    }
}
