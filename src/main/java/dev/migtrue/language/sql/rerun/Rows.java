package dev.migtrue.language.sql.rerun;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a table holds, as far as statements decide it: what it began with, and what was done to that. Two that are equal
 * are the same rows.
 */
record Rows(String origin, Effects effects) {

    static final Rows NONE = new Rows("", List.of());

    Rows(String origin, List<Effect> effects) {
        this(origin, Effects.of(effects));
    }

    static Rows given(String origin) {
        return new Rows("given " + origin, List.of());
    }

    boolean isEmpty() {
        return (origin.isEmpty() && effects.isEmpty())
                || (!effects.isEmpty() && effects.getLast() instanceof Effect.Delete delete && delete.isAll());
    }

    /** After something was done to them, which is nothing where it was done before and nothing undid it since. */
    Rows after(Effect effect) {
        if (effect instanceof Effect.Delete delete) {
            return delete.isAll() ? NONE : after(delete);
        }
        if (isEmpty() && effect.needsRows()) {
            return this;
        }
        if (!effects.isEmpty()
                && effects.getLast() instanceof Effect.Exchange last
                && effect instanceof Effect.Exchange next
                && last.isOfSameColumn(next)) {
            List<Effect> fewer = new ArrayList<>(effects.subList(0, effects.size() - 1));
            fewer.add(last.then(next));
            return new Rows(origin, fewer);
        }
        return effect.isSettling() && isSettled(effect) ? this : plus(effect).folded();
    }

    private Rows after(Effect.Delete delete) {
        List<Effect> left = new ArrayList<>(effects);
        left.removeIf(effect -> effect instanceof Effect.Insert insert && delete.covers(insert));
        left.replaceAll(effect -> effect instanceof Effect.Insert insert ? insert.without(delete) : effect);
        Rows rows = new Rows(origin, left);
        return rows.isEmpty() || rows.isSettled(delete) ? rows : rows.plus(delete);
    }

    /** After a column went, with all that was written to no other. */
    Rows without(String column) {
        Set<String> only = Set.of(column.toLowerCase(Locale.ROOT));
        List<Effect> left = new ArrayList<>(effects);
        left.removeIf(effect -> effect instanceof Effect.Update update
                && update.writes().equals(only)
                && !update.text().startsWith("drop column"));
        Effect.Update drop = new Effect.Update("drop column " + column, Set.of(), only, true, false);
        Rows rows = new Rows(origin, left);
        return rows.isEmpty() || rows.isSettled(drop) ? rows : rows.plus(drop);
    }

    /** What was copied into a column, and then takes the name of what it was copied from, is what was there. */
    Rows renamed(String from, String to) {
        Effect copy = copy(to, from);
        int at = effects.lastIndexOf(copy);
        boolean isReturning = at >= 0
                && at == effects.size() - 2
                && effects.getLast() instanceof Effect.Update update
                && update.text().equalsIgnoreCase("drop column " + to);
        return isReturning ? new Rows(origin, effects.subList(0, at)) : this;
    }

    /** All rows get in one column what they have in another one. */
    static Effect copy(String from, String to) {
        String source = from.toLowerCase(Locale.ROOT);
        String target = to.toLowerCase(Locale.ROOT);
        return new Effect.Update("copy " + source + " to " + target, Set.of(source), Set.of(target), true, false);
    }

    boolean isSettled(Effect effect) {
        int at = effects.lastIndexOf(effect);
        return at >= 0 && effects.lasts(effect, at);
    }

    /** Where the last updates are those before them once more and read nothing that they write, they do nothing. */
    private Rows folded() {
        Effect ending = effects.getLast();
        if (!(ending instanceof Effect.Update)) {
            return this;
        }
        for (int place : effects.worded(ending.wording()).reversed()) {
            int length = effects.size() - 1 - place;
            if (length > 0 && isRepeated(length)) {
                return new Rows(origin, effects.subList(0, effects.size() - length));
            }
        }
        return this;
    }

    private boolean isRepeated(int length) {
        if (length * 2 > effects.size()) {
            return false;
        }
        List<Effect> last = effects.subList(effects.size() - length, effects.size());
        List<Effect> before = effects.subList(effects.size() - 2 * length, effects.size() - length);
        return last.equals(before) && isAbsolute(last);
    }

    private static boolean isAbsolute(List<Effect> updates) {
        Set<String> written = new HashSet<>();
        for (Effect effect : updates) {
            if (!(effect instanceof Effect.Update update) || !update.isSettling()) {
                return false;
            }
            written.addAll(update.writes());
        }
        return updates.stream()
                .noneMatch(effect -> ((Effect.Update) effect).reads().stream().anyMatch(written::contains));
    }

    private Rows plus(Effect effect) {
        if (effect instanceof Effect.Insert insert && insert.isSettling()) {
            List<Integer> parts = effects.worded(insert.wording()).stream()
                    .filter(place -> effects.get(place) instanceof Effect.Insert part
                            && insert.values().containsAll(part.values()))
                    .toList();
            return new Rows(origin, without(parts).and(effect));
        }
        return new Rows(origin, effects.and(effect));
    }

    private Effects without(List<Integer> places) {
        if (places.isEmpty()) {
            return effects;
        }
        List<Effect> left = new ArrayList<>(effects);
        places.reversed().forEach(place -> left.remove(place.intValue()));
        return Effects.of(left);
    }
}
