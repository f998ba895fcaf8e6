package dev.migtrue.model;

/** A stretch of text: 1-based lines, 1-based columns that count code points, end exclusive. */
public record Span(int startLine, int startColumn, int endLine, int endColumn) {

    /** The empty span at the start of a file: where a finding about a whole file points. */
    public static final Span START = new Span(1, 1, 1, 1);

    public Span {
        if (startLine < 1
                || startColumn < 1
                || endLine < startLine
                || (endLine == startLine && endColumn < startColumn)) {
            throw new IllegalArgumentException(
                    "not a span: %d:%d-%d:%d".formatted(startLine, startColumn, endLine, endColumn));
        }
    }
}
