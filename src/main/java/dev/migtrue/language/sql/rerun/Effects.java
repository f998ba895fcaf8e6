package dev.migtrue.language.sql.rerun;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * What was done to the rows of a table, in order. Never changes: one more effect gives another one, which goes on in
 * the same log where nobody else has gone on in it.
 */
final class Effects extends AbstractList<Effect> implements RandomAccess {

    private final EffectLog log;
    private final int size;

    private Effects(EffectLog log, int size) {
        this.log = log;
        this.size = size;
    }

    static Effects of(List<Effect> effects) {
        return effects instanceof Effects same ? same : new Effects(new EffectLog(effects), effects.size());
    }

    Effects and(Effect effect) {
        // What is empty may be shared by all.
        EffectLog own = size > 0 && log.all().size() == size ? log : new EffectLog(this);
        own.add(effect);
        return new Effects(own, size + 1);
    }

    @Override
    public Effect get(int index) {
        return log.all().get(index);
    }

    @Override
    public int size() {
        return size;
    }

    /** Where effects of this wording stand, in order. */
    List<Integer> worded(String wording) {
        return first(log.worded(wording));
    }

    /** Whether nothing behind a place undoes it. */
    boolean lasts(Effect effect, int at) {
        if (effect instanceof Effect.Insert) {
            return others(at).stream().noneMatch(effect::isDisturbedBy);
        }
        return subList(at + 1, size).stream().noneMatch(effect::isDisturbedBy);
    }

    /** Those behind a place that put no written rows there. */
    private List<Effect> others(int at) {
        List<Integer> places = first(log.others());
        return places.subList(EffectLog.below(places, at + 1), places.size()).stream()
                .map(this::get)
                .toList();
    }

    /** The rows with a value that were put there and that nothing has changed since. */
    List<Map<String, String>> written(String column, String value) {
        return log.written(column, value).stream()
                .filter(written -> written.effect() < size
                        && others(written.effect()).stream().noneMatch(later -> later.mayTouch(written.row())))
                .map(EffectLog.Written::row)
                .toList();
    }

    private List<Integer> first(List<Integer> places) {
        return places.subList(0, EffectLog.below(places, size));
    }

    @Override
    public int lastIndexOf(Object effect) {
        if (!(effect instanceof Effect wanted)) {
            return -1;
        }
        return worded(wanted.wording()).reversed().stream()
                .filter(place -> get(place).equals(wanted))
                .findFirst()
                .orElse(-1);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Effects effects)) {
            return super.equals(other);
        }
        return size == effects.size && (log == effects.log || isSame(effects));
    }

    /** What came last is most likely to differ. */
    private boolean isSame(Effects other) {
        for (int index = size - 1; index >= 0; index--) {
            if (!get(index).equals(other.get(index))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
