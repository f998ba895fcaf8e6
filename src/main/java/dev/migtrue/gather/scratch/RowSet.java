package dev.migtrue.gather.scratch;

import java.util.HashMap;
import java.util.Map;

/** The rows of a table, whatever their order: how often each is there. */
record RowSet(Map<String, Integer> counts) {

    RowSet {
        counts = Map.copyOf(counts);
    }

    static RowSet of(Iterable<String> rows) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row, 1, Integer::sum));
        return new RowSet(counts);
    }

    /** As many rows, of which nothing is known. */
    RowSet blurred() {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? this : new RowSet(Map.of("", all));
    }

    /** How many of these are not among the others. */
    int without(RowSet others) {
        return counts.entrySet().stream()
                .mapToInt(entry -> Math.max(0, entry.getValue() - others.counts.getOrDefault(entry.getKey(), 0)))
                .sum();
    }
}
