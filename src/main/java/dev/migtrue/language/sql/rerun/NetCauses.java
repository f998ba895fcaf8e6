package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** What a run leaves otherwise, each with the statement that did it: whatever is undone before its end is none of it. */
final class NetCauses {

    private static final String COUNTER = "counter";

    private final Engine engine;
    private final World before;
    private final World after;
    private final Trail trail;
    private final Followers followers;

    NetCauses(Engine engine, World before, Followers followers) {
        this.engine = engine;
        this.before = before;
        this.after = engine.world();
        this.trail = engine.trail();
        this.followers = followers;
    }

    /** Why each of these objects is otherwise. */
    List<Told> of(SequencedMap<Key, Difference.Way> differing) {
        Set<Key> comingOrGone = new HashSet<>(differing.keySet());
        comingOrGone.removeIf(key -> differing.get(key) == Difference.Way.CHANGED);
        List<Told> causes = new ArrayList<>();
        differing.forEach((key, way) -> {
            if (!followers.follows(key) && !isPart(key, comingOrGone)) {
                causes.addAll(
                        switch (way) {
                            case GONE -> gone(key);
                            case NEW -> come(key);
                            case CHANGED -> changed(key);
                        });
            }
        });
        return causes;
    }

    /** Whether it comes and goes with another one, of which it is told. */
    private boolean isPart(Key key, Set<Key> comingOrGone) {
        Set<Key> whole =
                before.find(key).or(() -> after.find(key)).map(Entry::partOf).orElse(Set.of());
        return comingOrGone.stream().anyMatch(other -> key.isMemberOf(other) || whole.contains(other));
    }

    private List<Told> gone(Key key) {
        return last(key)
                .map(step -> {
                    boolean isTable = before.find(key)
                            .filter(entry -> entry.kind() == ObjectKind.TABLE)
                            .isPresent();
                    if (isTable || key.space() == Space.COLUMN) {
                        return Told.of(
                                Cause.Kind.DESTROYED, step.line(), key, "\"" + key + "\" goes, and does not come back");
                    }
                    boolean isTaken = step.action() instanceof Action.Drop drop
                            && drop.modifiers().has(Modifier.CASCADE);
                    return isTaken
                            ? Told.of(Cause.Kind.DEPENDENTS_LOST, step.line(), key, "\"" + key + "\" goes with it")
                            : Told.of(Cause.Kind.CHANGED, step.line(), key, "\"" + key + "\" is gone then");
                })
                .stream()
                .toList();
    }

    private List<Told> come(Key key) {
        return last(key)
                .map(step -> Unnamed.isMade(step.action())
                        ? Told.of(Cause.Kind.UNNAMED, step.line(), key, unnamed(key, step))
                        : Told.of(Cause.Kind.CHANGED, step.line(), key, "\"" + key + "\" comes in addition"))
                .stream()
                .toList();
    }

    /** Without the name, which only the server knows. */
    private String unnamed(Key key, Trail.Step step) {
        String what = after.find(key).orElseThrow().kind().noun();
        return Unnamed.table(step.action())
                .map(table -> "another " + what + " on \"" + table + "\"")
                .orElse("another " + what);
    }

    private List<Told> changed(Key key) {
        Entry old = before.find(key).orElseThrow();
        Entry now = after.find(key).orElseThrow();
        List<Told> causes = new ArrayList<>();
        if (!old.rows().equals(now.rows())) {
            since(key).stream()
                    .flatMap(step -> new RowCauses(engine, before).of(key, step).stream())
                    .forEach(causes::add);
        }
        if (!isAlike(old, now, COUNTER)) {
            of(key, true).map(step -> general(step, key)).ifPresent(causes::add);
        } else if (!old.facets().getOrDefault(COUNTER, "").equals(now.facets().getOrDefault(COUNTER, ""))) {
            of(key, false)
                    .map(step -> Told.of(
                            Cause.Kind.COUNTER_MOVED, step.line(), key, "the counter of \"" + key + "\" goes on"))
                    .ifPresent(causes::add);
        }
        if (causes.isEmpty()) {
            last(key).map(step -> general(step, key)).ifPresent(causes::add);
        }
        return causes;
    }

    private static Told general(Trail.Step step, Key key) {
        boolean isCounter = step.action() instanceof Action.Select;
        return isCounter
                ? Told.of(Cause.Kind.COUNTER_MOVED, step.line(), key, "the counter of \"" + key + "\" goes on")
                : Told.of(Cause.Kind.CHANGED, step.line(), key, "\"" + key + "\" is other than before");
    }

    /** Whether nothing but rows and this facet is other. */
    private static boolean isAlike(Entry old, Entry now, String facet) {
        return old.without(facet).holding(Rows.NONE).equals(now.without(facet).holding(Rows.NONE));
    }

    private Optional<Trail.Step> last(Key key) {
        List<Trail.Step> steps = trail.of(key);
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    /** The last one that did something to a table itself, or to its rows. */
    private Optional<Trail.Step> of(Key key, boolean isDefinition) {
        return trail.of(key).reversed().stream()
                .filter(step -> RowCauses.isOfRows(step.action()) != isDefinition)
                .findFirst();
    }

    /** What was done to a table since it was last cleared. */
    private List<Trail.Step> since(Key table) {
        List<Trail.Step> steps = trail.of(table);
        int from = 0;
        for (Trail.Loss loss : trail.losses()) {
            for (int index = 0; index < steps.size(); index++) {
                boolean isIt = loss.table().equals(table)
                        && steps.get(index).line().number() == loss.line().number();
                from = isIt ? index : from;
            }
        }
        return steps.subList(from, steps.size());
    }
}
