package dev.migtrue.language.sql.rerun;

import java.util.List;
import java.util.Set;

/** The functions that databases bring along and that change nothing. */
public final class Builtins {

    private static final Set<String> NAMES = Set.of("""
            abs all any avg cast changes char_length clock_timestamp coalesce concat convert count currval database \
            date datetime distinct exists extract format found_rows gen_random_uuid generate_series greatest if ifnull \
            in interval last_insert_id lastval least left length lower max min now nullif over quote_ident \
            quote_literal rand random rank replace right round row_count row_number schema set_config sleep \
            sqlite_version strftime substr substring sum trim unnest upper uuid values version""".split(" ", -1));

    private static final List<String> BEGINNINGS = List.of(
            "pg_", "to_", "has_", "current_", "json", "array_", "string_", "date_", "regexp_", "obj_", "col_", "txid_");

    private Builtins() {}

    /** Whether a function, by its name in lower case, is one of them. */
    public static boolean isHarmless(String function) {
        return NAMES.contains(function) || BEGINNINGS.stream().anyMatch(function::startsWith);
    }
}
