package dev.migtrue.gather.git;

/**
 * The line ends and other signs in a content by which git tells text from what is not, and the form it stores text in.
 */
record LineEnds(int crLf, int loneCr, int nul, int printable, int nonPrintable) {

    private static final char END_OF_FILE = '\032';
    private static final int DELETE = 127;

    static LineEnds count(byte[] content) {
        int crLf = 0;
        int loneCr = 0;
        int nul = 0;
        int printable = 0;
        int nonPrintable = 0;
        for (int at = 0; at < content.length; at++) {
            int c = content[at] & 0xff;
            if (c == '\r') {
                boolean isCrLf = at + 1 < content.length && content[at + 1] == '\n';
                crLf += isCrLf ? 1 : 0;
                loneCr += isCrLf ? 0 : 1;
                at += isCrLf ? 1 : 0;
            } else if ((c >= ' ' && c != DELETE) || "\b\t\033\f".indexOf(c) >= 0) {
                printable++;
            } else if (c != '\n') {
                nul += c == 0 ? 1 : 0;
                nonPrintable++;
            }
        }
        boolean endsWithMark = content.length > 0 && content[content.length - 1] == END_OF_FILE;
        return new LineEnds(crLf, loneCr, nul, printable, endsWithMark ? nonPrintable - 1 : nonPrintable);
    }

    /** Whether git, left to guess, takes the content for text. */
    boolean isText() {
        return loneCr == 0 && nul == 0 && (printable >> 7) >= nonPrintable;
    }

    /** A text with {@code \n} for each {@code \r\n}. */
    static byte[] toLf(byte[] text, int crLf) {
        byte[] converted = new byte[text.length - crLf];
        int end = 0;
        for (int at = 0; at < text.length; at++) {
            boolean isDropped = text[at] == '\r' && at + 1 < text.length && text[at + 1] == '\n';
            if (!isDropped) {
                converted[end++] = text[at];
            }
        }
        return converted;
    }
}
