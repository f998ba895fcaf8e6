package dev.migtrue.report;

/** A number of things, in words: {@code 1 error}, {@code 6 errors}. */
final class Quantity {

    private Quantity() {}

    static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
