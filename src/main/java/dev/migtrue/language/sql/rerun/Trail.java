package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Action;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the statements of one run did, in order. Grows as the run goes on. */
final class Trail {

    /**
     * One thing that was done: by a statement, or by a part of one.
     *
     * @param changed what is other than before it
     * @param needed the tables and columns that it asked for
     */
    record Step(Line line, Action action, Set<Key> changed, Set<Key> needed) {
        Step {
            changed = Set.copyOf(changed);
            needed = Set.copyOf(needed);
        }
    }

    /** A table that went, or was cleared, with what it was then. */
    record Loss(Line line, Action action, Key table, Entry entry) {}

    private final List<Step> steps = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Set<Key> needed = new LinkedHashSet<>();
    private Optional<Line> line = Optional.empty();

    List<Step> steps() {
        return steps;
    }

    List<Loss> losses() {
        return losses;
    }

    /** The statements that had their turn. */
    List<Line> lines() {
        return lines;
    }

    void begin(Line next) {
        line = Optional.of(next);
        lines.add(next);
        needed.clear();
    }

    /** What follows is no statement of the program. */
    void end() {
        line = Optional.empty();
    }

    /** What the statement at hand has asked for up to now. */
    Set<Key> needed() {
        return Set.copyOf(needed);
    }

    void needs(Key key) {
        needed.add(key);
    }

    void did(Action action, Set<Key> changed) {
        line.filter(at -> !changed.isEmpty()).ifPresent(at -> steps.add(new Step(at, action, changed, needed)));
    }

    /** The rows that the statement at hand writes out, where it is this one and names the columns. */
    Optional<List<Map<String, String>>> written(Action.Insert insert) {
        return line.filter(at -> at.action() == insert).map(Line::rows).filter(rows -> !rows.isEmpty());
    }

    void empties(Key table, Entry entry) {
        line.ifPresent(at -> losses.add(new Loss(at, at.action(), table, entry)));
    }

    /** Those that changed an object. */
    List<Step> of(Key key) {
        return steps.stream().filter(step -> step.changed().contains(key)).toList();
    }
}
