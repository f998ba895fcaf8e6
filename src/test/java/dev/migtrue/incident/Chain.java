package dev.migtrue.incident;

import java.util.List;

/** The fourteen migrations of the incident: each creates one table. */
final class Chain {

    /** Those that were run and never committed. */
    static final List<Integer> FORGOTTEN = List.of(9, 10, 11, 12, 13, 14);

    private static final List<String> TABLES = List.of(
            "users",
            "sessions",
            "projects",
            "traces",
            "spans",
            "scores",
            "datasets",
            "comments",
            "trace_tags",
            "trace_costs",
            "score_configs",
            "annotation_queues",
            "model_prices",
            "trace_mismatches");

    private Chain() {}

    /** The table that a migration creates, 1 to 14. */
    static String name(int number) {
        return TABLES.get(number - 1);
    }
}
