package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Assignment;
import dev.migtrue.language.sql.ddl.Mention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tries an {@code UPDATE} on rows, and once more on what it made of them. The rows are made up from the types of their
 * columns and from what the statement itself names, unless all that are there are known: then no others count.
 */
final class Trials {

    /** What became of the rows that were tried. */
    private record Outcome(int moved, int still, int unknown) {

        Outcome plus(int moves, int stays, int fails) {
            return new Outcome(moved + moves, still + stays, unknown + fails);
        }
    }

    private final Engine engine;
    private final Key table;
    private final IdentityHashMap<Clause, Formula> formulas = new IdentityHashMap<>();
    private final List<Assignment> assignments;
    private final Optional<Clause> where;
    private final Set<String> own = new HashSet<>();
    private final Set<String> columns = new TreeSet<>();
    private final Set<String> literals = new TreeSet<>();

    private Trials(Engine engine, Key table, Action.Update update) {
        this.engine = engine;
        this.table = table;
        this.assignments = update.assignments();
        this.where = update.where();
        own.add(Equalities.last(table.name()));
        for (Assignment assignment : assignments) {
            assignment
                    .names()
                    .forEach(name -> name.name()
                            .qualifier()
                            .ifPresent(qualifier -> own.add(qualifier.last().toLowerCase(Locale.ROOT))));
        }
        assignments.forEach(assignment -> formula(assignment.value()));
        where.ifPresent(this::formula);
        boolean isAlone = update.from().isEmpty();
        formulas.values().forEach(formula -> {
            literals.addAll(formula.literals());
            formula.columns().forEach(column -> columns.add(plain(column, isAlone)));
        });
    }

    /** How the values behave; absent where that cannot be tried. */
    static Optional<Expressions.Nature> of(Engine engine, Key table, Action.Update update) {
        try {
            return new Trials(engine, table, update).nature();
        } catch (Value.Unknown unknown) {
            return Optional.empty();
        }
    }

    private void formula(Clause clause) {
        formulas.put(clause, Formula.of(clause, new OwnRoutines(engine)));
    }

    /** A column of the table itself by its name alone. */
    private String plain(String column, boolean isAlone) {
        int dot = column.indexOf('.');
        boolean isOwn = dot >= 0 && (isAlone || own.contains(column.substring(0, dot)));
        if (isOwn) {
            own.add(column.substring(0, dot));
        }
        return isOwn ? column.substring(dot + 1) : column;
    }

    private Optional<Expressions.Nature> nature() {
        Outcome known = new KnownRows(engine.world()).of(table).map(this::tried).orElse(new Outcome(0, 0, 1));
        if (known.moved() > 0) {
            return Optional.of(Expressions.Nature.MOVING);
        }
        if (known.unknown() == 0) {
            return Optional.of(Expressions.Nature.SETTLING);
        }
        Outcome made = tried(new Samples(engine.world(), table, columns, literals).rows());
        boolean isBarelyTried = made.moved() == 0 && made.unknown() > made.still();
        if (made.moved() + made.still() == 0 || (isBarelyTried && engine.dialect() != Dialect.POSTGRESQL)) {
            return Optional.empty();
        }
        if (made.moved() == 0) {
            return Optional.of(Expressions.Nature.SETTLING);
        }
        boolean isData = made.still() > 0 && isAboutWritten();
        return Optional.of(isData ? Expressions.Nature.UNCLEAR : Expressions.Nature.MOVING);
    }

    private boolean isAboutWritten() {
        Set<String> written = new HashSet<>();
        assignments.forEach(assignment -> assignment.columns().forEach(column -> written.add(lower(column))));
        return where.map(formulas::get).stream()
                .flatMap(formula -> formula.columns().stream())
                .anyMatch(column -> written.contains(Equalities.last(column)));
    }

    private static String lower(Mention column) {
        return column.name().last().toLowerCase(Locale.ROOT);
    }

    private Outcome tried(List<Map<String, Value>> rows) {
        Outcome outcome = new Outcome(0, 0, 0);
        for (Map<String, Value> row : rows) {
            try {
                if (isMet(row)) {
                    Map<String, Value> once = changed(row);
                    Map<String, Value> twice = isMet(once) ? changed(once) : once;
                    outcome = once.equals(twice) ? outcome.plus(0, 1, 0) : outcome.plus(1, 0, 0);
                }
            } catch (Value.Unknown unknown) {
                outcome = outcome.plus(0, 0, 1);
            }
        }
        return outcome;
    }

    private boolean isMet(Map<String, Value> row) {
        return where.isEmpty() || value(where.get(), row).isTrue();
    }

    private Value value(Clause clause, Map<String, Value> row) {
        Formula formula = formulas.get(clause);
        if (formula == null) {
            throw new Value.Unknown("an expression");
        }
        return formula.of(column -> {
            int dot = column.indexOf('.');
            boolean isOwn = dot < 0 || own.contains(column.substring(0, dot));
            Value value = row.get(isOwn ? column.substring(dot + 1) : column);
            if (value == null) {
                throw new Value.Unknown("the value of " + column);
            }
            return value;
        });
    }

    private Map<String, Value> changed(Map<String, Value> row) {
        Map<String, Value> changed = new HashMap<>(row);
        for (Assignment assignment : assignments) {
            // MySQL assigns one after the other.
            Value value = value(assignment.value(), engine.names().isOneWithDatabase() ? changed : row);
            List<Value> values = assignment.columns().size() == 1 ? List.of(value) : new ArrayList<>(Value.list(value));
            if (values.size() != assignment.columns().size()) {
                throw new Value.Unknown("as many values as columns");
            }
            for (int index = 0; index < values.size(); index++) {
                String column = lower(assignment.columns().get(index));
                changed.put(column, Samples.stored(engine.world(), table, column, values.get(index)));
            }
        }
        return changed;
    }
}
