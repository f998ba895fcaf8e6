package dev.migtrue.model;

import java.util.Comparator;

/**
 * The migration ids from one to another, both included, as people count them: runs of digits are compared as numbers, all else letter by
 * letter, so that {@code 1.9} comes before {@code 1.10}. Ids of a tool whose ids have no order are named one by one.
 */
public record IdRange(MigrationId first, MigrationId last) {

    private static final String BETWEEN = "..";
    private static final Comparator<String> ORDER = IdRange::compare;

    public IdRange {
        if (ORDER.compare(first.value(), last.value()) > 0) {
            MigrationId greater = first;
            first = last;
            last = greater;
        }
    }

    /** Reads {@code 014} or {@code 001..013}; the text holds no blank end. */
    public static IdRange parse(String text) {
        int between = text.indexOf(BETWEEN);
        String first = between < 0 ? text : text.substring(0, between);
        String last = between < 0 ? text : text.substring(between + BETWEEN.length());
        return new IdRange(new MigrationId(first), new MigrationId(last));
    }

    /** Whether an id lies in this range; a range of one id holds that very id only. */
    public boolean holds(MigrationId id) {
        return first.equals(last)
                ? id.equals(first)
                : ORDER.compare(first.value(), id.value()) <= 0 && ORDER.compare(id.value(), last.value()) <= 0;
    }

    @Override
    public String toString() {
        return first.equals(last) ? first.value() : first + BETWEEN + last;
    }

    private static int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int iEnd = endOfPart(one, i);
            int jEnd = endOfPart(other, j);
            int order = compareParts(one.substring(i, iEnd), other.substring(j, jEnd));
            if (order != 0) {
                return order;
            }
            i = iEnd;
            j = jEnd;
        }
        return Integer.compare(one.length() - i, other.length() - j);
    }

    /** A part is a run of digits, or a single other character. */
    private static int endOfPart(String text, int start) {
        int end = start + 1;
        while (isDigit(text.charAt(start)) && end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int compareParts(String one, String other) {
        if (isDigit(one.charAt(0)) && isDigit(other.charAt(0))) {
            String left = one.replaceFirst("^0+", "");
            String right = other.replaceFirst("^0+", "");
            return left.length() == right.length() ? left.compareTo(right) : left.length() - right.length();
        }
        return one.compareTo(other);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
