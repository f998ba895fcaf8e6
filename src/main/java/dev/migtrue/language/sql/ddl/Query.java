package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Place;
import java.util.List;
import java.util.Optional;

/**
 * Where rows come from.
 *
 * @param tables what is named after {@code FROM} and {@code JOIN}, in sub-queries too
 * @param into the table that {@code SELECT … INTO} makes
 * @param where what its rows are held to, not those of sub-queries
 * @param tests whether there are rows, each where it is asked
 */
public record Query(
        Clause clause, List<Mention> tables, Optional<Mention> into, Optional<Clause> where, List<Test> tests) {

    public Query {
        tables = List.copyOf(tables);
        tests = List.copyOf(tests);
    }

    /** {@code EXISTS (…)} or {@code NOT EXISTS (…)}. */
    public record Test(Expected expected, Query query, Place place) {}

    public enum Expected {
        SOME_ROW,
        NO_ROW
    }
}
