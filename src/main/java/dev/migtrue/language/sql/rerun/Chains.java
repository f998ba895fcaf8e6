package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Mention;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tables whose rows several statements change one after the other. Each alone would find its work done; whether all of
 * them together do is tried.
 */
final class Chains {

    private final Engine engine;
    private final World before;
    private final Trail earlier;

    Chains(Engine engine, World before, Trail earlier) {
        this.engine = engine;
        this.before = before;
        this.earlier = earlier;
    }

    /** Takes back what the model holds for other than before and is not; doubts what was not tried. */
    void settle() {
        before.differing(engine.world()).forEach((key, way) -> {
            if (key.space() == Space.RELATION && way == Difference.Way.CHANGED) {
                links(key).ifPresentOrElse(links -> settle(key, links), () -> doubt(key));
            }
        });
    }

    /** Where no statement does anything again by itself, only what they do to one another might. */
    private void doubt(Key table) {
        List<Told> told = engine.trail().of(table).stream()
                .flatMap(step -> new RowCauses(engine, before).of(table, step).stream())
                .toList();
        boolean isOnlyTogether = !told.isEmpty() && told.stream().allMatch(RowCauses::isOfOthers);
        boolean isOfSeveral = engine.trail().lines().stream()
                        .filter(line -> isOf(line.action(), table))
                        .limit(2)
                        .count()
                > 1;
        if (isOnlyTogether && isOfSeveral) {
            engine.doubtRows("what several statements make of the rows of \"" + table + "\" again");
        }
    }

    private void settle(Key table, List<Link> links) {
        switch (end(table, links)) {
            case AS_BEFORE -> {
                Rows rows = before.find(table).orElseThrow().rows();
                engine.world().change(table, entry -> entry.holding(rows));
            }
            case UNKNOWN -> engine.doubtRows("what several statements make of the rows of \"" + table + "\" again");
            case OTHERWISE -> {}
        }
    }

    private Chain.End end(Key table, List<Link> links) {
        try {
            return new Chain(engine, table, links, others(table)).end();
        } catch (Value.Unknown unknown) {
            return Chain.End.UNKNOWN;
        }
    }

    /** Other tables that the program changes. */
    private Set<String> others(Key table) {
        Set<String> others = new HashSet<>();
        for (Trail trail : List.of(earlier, engine.trail())) {
            trail.steps()
                    .forEach(step -> step.changed().stream()
                            .filter(key -> key.space() == Space.RELATION && !key.equals(table))
                            .forEach(key -> others.add(Equalities.last(key.name()))));
        }
        return others;
    }

    /** The statements, where there are several and each of them settles; absent where it is no such chain. */
    private Optional<List<Link>> links(Key table) {
        // Of rows that come, those of the program are no link: what is left was there before it.
        boolean isKnown = new KnownRows(engine.start()).of(table).isPresent();
        boolean isSettling = isKnown
                || engine.world().find(table).orElseThrow().rows().effects().stream()
                        .allMatch(effect -> effect.isSettling() || !(effect instanceof Effect.Update));
        boolean isWithin = engine.trail().of(table).stream()
                .anyMatch(step -> step.action() != step.line().action());
        List<Link> links = new ArrayList<>();
        for (Line line : engine.trail().lines()) {
            if (!isOf(line.action(), table)) {
                continue;
            }
            Optional<Link> link = link(line.action(), table);
            if (link.isEmpty()) {
                return Optional.empty();
            }
            links.add(link.get());
        }
        return isSettling && !isWithin && links.size() > 1 ? Optional.of(links) : Optional.empty();
    }

    /** Whether a statement changes rows of the table. */
    private boolean isOf(Action action, Key table) {
        return RowCauses.isOfRows(action)
                && switch (action) {
                    case Action.Update update -> update.tables().stream().anyMatch(one -> isIt(one, table));
                    case Action.Delete delete -> delete.tables().stream().anyMatch(one -> isIt(one, table));
                    case Action.Insert insert -> isIt(insert.table(), table);
                    case Action.Merge merge -> isIt(merge.table(), table);
                    default -> engine.trail().of(table).stream().anyMatch(step -> step.action() == action);
                };
    }

    private boolean isIt(Mention mention, Key table) {
        return engine.names().relation(mention).equals(table);
    }

    private Optional<Link> link(Action action, Key table) {
        boolean isPlain = switch (action) {
            case Action.Update update ->
                update.limit().isEmpty()
                        && isIt(update.tables().getFirst(), table)
                        && update.assignments().stream()
                                .noneMatch(one -> new Expressions(engine).isVolatile(one.value()));
            case Action.Delete delete ->
                delete.limit().isEmpty() && delete.tables().size() == 1;
            default -> false;
        };
        if (!isPlain) {
            return Optional.empty();
        }
        return Optional.of(
                action instanceof Action.Update update
                        ? Link.of(update, table, engine)
                        : Link.of((Action.Delete) action, engine));
    }
}
