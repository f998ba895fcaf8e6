package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Assignment;
import dev.migtrue.language.sql.ddl.Mention;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A statement of a chain: it changes a row, or takes it away.
 *
 * @param held what a row must have to be met, as far as the condition says so plainly
 */
record Link(List<Written> written, Optional<Term> where, Map<String, Value> held, Way way) {

    /** What becomes of a row that is met. */
    enum Way {
        CHANGED,
        GONE
    }

    /** A value for some columns. */
    record Written(List<String> columns, Term value) {}

    Link {
        written = List.copyOf(written);
        held = Map.copyOf(held);
    }

    static Link of(Action.Update update, Key table, Engine engine) {
        Optional<Set<String>> own = update.from().isEmpty() && update.tables().size() == 1
                ? Optional.empty()
                : Optional.of(own(update, table));
        List<Written> written = update.assignments().stream()
                .map(one -> new Written(
                        one.columns().stream().map(Link::lower).toList(), Term.of(one.value(), engine, own)))
                .toList();
        return new Link(
                written, update.where().map(where -> Term.of(where, engine, own)), held(update.where()), Way.CHANGED);
    }

    static Link of(Action.Delete delete, Engine engine) {
        Optional<Set<String>> own = delete.using().map(using -> Set.of());
        return new Link(
                List.of(), delete.where().map(where -> Term.of(where, engine, own)), held(delete.where()), Way.GONE);
    }

    private static Set<String> own(Action.Update update, Key table) {
        Set<String> own = new HashSet<>(Set.of(Equalities.last(table.name())));
        for (Assignment assignment : update.assignments()) {
            Stream.concat(assignment.names().stream(), assignment.columns().stream())
                    .flatMap(name -> name.name().qualifier().stream())
                    .forEach(qualifier -> own.add(qualifier.last().toLowerCase(Locale.ROOT)));
        }
        return own;
    }

    private static Map<String, Value> held(Optional<Clause> where) {
        Map<String, Value> held = new HashMap<>();
        where.map(Equalities::of)
                .orElse(Map.of())
                .forEach((column, text) -> KnownRows.literal(text).ifPresent(value -> held.put(column, value)));
        return held;
    }

    private static String lower(Mention column) {
        return column.name().last().toLowerCase(Locale.ROOT);
    }

    Stream<Term> terms() {
        return Stream.concat(written.stream().map(Written::value), where.stream());
    }

    Stream<String> columns() {
        return written.stream().flatMap(one -> one.columns().stream());
    }
}
