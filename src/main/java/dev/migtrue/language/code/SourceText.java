package dev.migtrue.language.code;

import dev.migtrue.model.Span;

/** The text of a program without its byte order mark. Offsets count UTF-16 units. */
record SourceText(String value) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static SourceText of(String source) {
        return new SourceText(source.startsWith(BYTE_ORDER_MARK) ? source.substring(BYTE_ORDER_MARK.length()) : source);
    }

    /** The lines and columns of the stretch between two offsets. */
    Span span(int start, int end) {
        int startLine = line(1, 0, start);
        return new Span(startLine, column(start), line(startLine, start, end), column(end));
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

    private int line(int lineAtFrom, int from, int offset) {
        int line = lineAtFrom;
        for (int i = value.indexOf('\n', from); i >= 0 && i < offset; i = value.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }

    private int column(int offset) {
        int lineStart = offset == 0 ? 0 : value.lastIndexOf('\n', offset - 1) + 1;
        return value.codePointCount(lineStart, offset) + 1;
    }
}
