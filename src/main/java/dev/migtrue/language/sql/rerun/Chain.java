package dev.migtrue.language.sql.rerun;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Statements that change the rows of one table, one after the other: tried on rows that are made up. */
final class Chain {

    /** How the rows are left by a second run. */
    enum End {
        AS_BEFORE,
        OTHERWISE,
        UNKNOWN
    }

    /** Whether the rows are all that there are, or some that are made up. */
    private enum Extent {
        ALL,
        SOME
    }

    private static final int MOST_STEPS = 100_000;
    private static final int ROWS_OF_EACH = 8;

    private final World world;
    private final World start;
    private final Key table;
    private final List<Link> links;
    private final boolean isOneAfterTheOther;
    private final Set<String> unsteady;

    /** @param unsteady other tables that the program changes */
    Chain(Engine engine, Key table, List<Link> links, Set<String> unsteady) {
        this.world = engine.world();
        this.start = engine.start();
        this.table = table;
        this.links = links;
        this.isOneAfterTheOther = engine.names().isOneWithDatabase();
        this.unsteady = unsteady;
    }

    End end() {
        Optional<List<Map<String, Value>>> there = there();
        return there.isPresent() ? end(there.get(), Extent.ALL) : end(rows(), Extent.SOME);
    }

    /** The rows that there were in the beginning, where all are known with all that the statements name. */
    private Optional<List<Map<String, Value>>> there() {
        Set<String> columns = columns();
        return new KnownRows(start)
                .of(table)
                .filter(rows -> rows.stream().allMatch(row -> row.keySet().containsAll(columns)));
    }

    private End end(List<Map<String, Value>> rows, Extent extent) {
        boolean isKnown = true;
        int seed = 0;
        Set<Link> tried = new HashSet<>();
        for (Map<String, Value> row : rows) {
            Guesses guesses = new Guesses(seed++, unsteady);
            Set<Link> met = new HashSet<>();
            Optional<Map<String, Value>> once = run(Optional.of(row), guesses, met);
            guesses.beginSecondRun();
            boolean isSame = once.equals(run(once, guesses, met));
            if (guesses.isMisfit()) {
                continue;
            }
            if (!isSame && !guesses.isGuessing()) {
                return End.OTHERWISE;
            }
            isKnown &= isSame;
            tried.addAll(met);
        }
        return isKnown && (extent == Extent.ALL || tried.containsAll(links)) ? End.AS_BEFORE : End.UNKNOWN;
    }

    /** Rows of every kind, and some that each of the statements meets. */
    private List<Map<String, Value>> rows() {
        Set<String> literals = new TreeSet<>();
        links.forEach(link ->
                link.terms().forEach(term -> term.formula().ifPresent(formula -> literals.addAll(formula.literals()))));
        List<Map<String, Value>> samples = new Samples(world, table, columns(), literals).rows();
        int most = Math.max(ROWS_OF_EACH, MOST_STEPS / links.size());
        List<Map<String, Value>> rows = new ArrayList<>(samples.subList(0, Math.min(most, samples.size())));
        int at = 0;
        for (Link link : links) {
            for (int number = 0; number < ROWS_OF_EACH && rows.size() < 2 * most; number++) {
                Map<String, Value> row = new HashMap<>(samples.get(at++ % samples.size()));
                row.putAll(link.held());
                rows.add(row);
            }
        }
        return rows;
    }

    /** All that the statements name. */
    private Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        for (Link link : links) {
            link.columns().forEach(columns::add);
            columns.addAll(link.held().keySet());
            link.terms()
                    .forEach(term -> term.formula()
                            .ifPresent(
                                    formula -> formula.columns().forEach(column -> columns.add(term.plain(column)))));
        }
        return columns;
    }

    /** Absent where the row is gone. */
    private Optional<Map<String, Value>> run(Optional<Map<String, Value>> first, Guesses guesses, Set<Link> met) {
        Optional<Map<String, Value>> left = first;
        for (Link link : links) {
            left = left.flatMap(row -> after(link, row, guesses, met));
        }
        return left;
    }

    private Optional<Map<String, Value>> after(Link link, Map<String, Value> row, Guesses guesses, Set<Link> met) {
        boolean isMet = link.where().isEmpty() || link.where().get().holds(row, guesses);
        if (!isMet) {
            return Optional.of(row);
        }
        met.add(link);
        return link.way() == Link.Way.GONE ? Optional.empty() : Optional.of(changed(link, row, guesses));
    }

    private Map<String, Value> changed(Link link, Map<String, Value> row, Guesses guesses) {
        Map<String, Value> changed = new HashMap<>(row);
        for (Link.Written written : link.written()) {
            Value value = written.value().of(isOneAfterTheOther ? changed : row, guesses);
            List<Value> values = Value.list(value);
            for (int index = 0; index < written.columns().size(); index++) {
                boolean isApart = values.size() == written.columns().size() && values.size() > 1;
                String column = written.columns().get(index);
                changed.put(column, stored(column, isApart ? values.get(index) : value));
            }
        }
        return changed;
    }

    private Value stored(String column, Value value) {
        try {
            return Samples.stored(world, table, column, value);
        } catch (Value.Unknown unknown) {
            return value;
        }
    }
}
