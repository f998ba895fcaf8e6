package dev.migtrue.config;

import java.util.Comparator;

/** A place in the file. Lines and columns count from 1, columns in code points. */
record Spot(int line, int column) implements Comparable<Spot> {

    static final Spot START = new Spot(1, 1);

    private static final Comparator<Spot> ORDER =
            Comparator.comparing(Spot::line).thenComparing(Spot::column);

    @Override
    public int compareTo(Spot other) {
        return ORDER.compare(this, other);
    }
}
