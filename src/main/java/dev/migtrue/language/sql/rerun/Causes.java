package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.program.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Why a run did not end as another one did.
 *
 * @param engine with which it was run, as it was left
 * @param before what the world should be like again
 * @param earlier what was done before
 * @param refusals what it was refused, in order
 */
record Causes(Program program, Engine engine, World before, Trail earlier, List<Refusal> refusals) {

    private static final Set<Cause.Kind> GENERAL = EnumSet.of(Cause.Kind.CHANGED, Cause.Kind.COUNTER_MOVED);

    /** What goes with something graver, or is only another word for it, is not told. */
    private static final Set<Cause.Kind> OUTDONE = EnumSet.of(
            Cause.Kind.CHANGED,
            Cause.Kind.COUNTER_MOVED,
            Cause.Kind.UPDATED_AGAIN,
            Cause.Kind.ROWS_OF_OTHERS_LOST,
            Cause.Kind.GRANTS_LOST,
            Cause.Kind.DEPENDENTS_LOST,
            Cause.Kind.DESTROYED);

    /** What goes on under these is their consequence. */
    private static final Set<Cause.Kind> ROOTS = EnumSet.of(Cause.Kind.DESTROYED, Cause.Kind.INSERTED_AGAIN);

    static Causes of(Program program, Engine engine, World before, Trail earlier, List<Refusal> refusals) {
        new Chains(engine, before, earlier).settle();
        return new Causes(program, engine, before, earlier, refusals);
    }

    Review review() {
        SequencedMap<Key, Difference.Way> differing = before.differing(engine.world());
        Verdict verdict = verdict(differing);
        return verdict instanceof Verdict.Unsure
                ? Review.of(verdict)
                : new Review(verdict, all(differing), Optional.empty());
    }

    Restart.End end() {
        if (!refusals.isEmpty()) {
            return Restart.End.REFUSED;
        }
        return before.differing(engine.world()).isEmpty() ? Restart.End.SAME : Restart.End.OTHER;
    }

    private Verdict verdict(SequencedMap<Key, Difference.Way> differing) {
        List<Difference> differences = World.differences(differing);
        List<String> doubts = doubts(differing);
        if (!doubts.isEmpty()) {
            return new Verdict.Unsure(doubts);
        }
        if (!refusals.isEmpty()) {
            return refusals.getFirst().verdict();
        }
        return differences.isEmpty()
                ? new Verdict.Repeats(engine.emptied())
                : new Verdict.Mutates(differences, engine.emptied());
    }

    /** What might change the verdict: where objects are refused or come and go, what is unclear of rows does not. */
    private List<String> doubts(SequencedMap<Key, Difference.Way> differing) {
        List<String> doubts = refusals.isEmpty()
                ? engine.doubts().all()
                : engine.doubts().all().subList(0, refusals.getFirst().doubts());
        boolean isBeyondRows = refusals.isEmpty()
                ? differing.values().stream().anyMatch(way -> way != Difference.Way.CHANGED)
                : refusals.getFirst().refused().fault() != Refused.Fault.DUPLICATE_ROW;
        return about(isBeyondRows ? engine.doubts().beyondRows(doubts) : doubts, differing.keySet());
    }

    /** What is refused, or left otherwise, is certain where no doubt is about it. */
    private List<String> about(List<String> doubts, Set<Key> differing) {
        Optional<Key> refused =
                refusals.stream().findFirst().flatMap(first -> first.refused().object());
        boolean isOfKnown = refusals.isEmpty() ? !differing.isEmpty() : refused.isPresent();
        if (!isOfKnown) {
            return doubts;
        }
        return engine.doubts().about(refused.map(Set::of).orElse(differing), doubts);
    }

    private List<Cause> all(SequencedMap<Key, Difference.Way> differing) {
        Followers followers = new Followers(before, engine.world());
        List<Told> told = new ArrayList<>(new RefusalCauses(program.dialect(), earlier, followers).of(refusals));
        if (engine.doubts().about(differing.keySet(), engine.doubts().all()).isEmpty()) {
            Losses losses = new Losses(program, engine, before);
            told.addAll(losses.destroyed());
            told.addAll(new NetCauses(engine, before, followers).of(differing));
            told.addAll(losses.ofOthers(followers));
            told.addAll(new CounterResets(engine, engine.trail().lines(), followers).all());
        }
        return told.stream()
                .filter(one -> isReached(one) && isToldBeside(one, told))
                .sorted(Comparator.comparing((Told one) -> one.line().number()))
                .filter(distinct())
                .map(Told::cause)
                .toList();
    }

    /** Most kinds are outdone by none: of these, which may be thousands, nothing is compared. */
    private static boolean isToldBeside(Told one, List<Told> told) {
        return !OUTDONE.contains(one.cause().kind()) || told.stream().noneMatch(other -> isOutdone(one, other));
    }

    /** One of a kind for each statement, and of rows that come again for each table. */
    private static Predicate<Told> distinct() {
        Set<String> seen = new HashSet<>();
        return told -> seen.add(
                switch (told.cause().kind()) {
                    case INSERTED_AGAIN, COPIED_AGAIN, CONFLICT_UNMET ->
                        told.cause().kind() + " " + told.cause().object();
                    default -> told.cause().kind() + " " + told.line().number();
                });
    }

    /** Whether it comes to pass although the run stops at what it is refused first; what is general is not told of what might follow. */
    private boolean isReached(Told one) {
        return switch (one.cause().kind()) {
            case DESTROYED, CHANGED, COUNTER_MOVED, DEPENDENTS_LOST ->
                refusals.isEmpty()
                        || (refusals.getFirst().undone() == Refusal.Undone.NOTHING
                                && one.line().number()
                                        < refusals.getFirst().line().number());
            default -> true;
        };
    }

    /** One defect is told once: what is special before what is general, what is graver before what goes with it. */
    private static boolean isOutdone(Told one, Told other) {
        boolean isSame = one.line().number() == other.line().number();
        boolean isOfSameObject = one.cause().object().equals(other.cause().object());
        return switch (one.cause().kind()) {
            case CHANGED, COUNTER_MOVED ->
                (isSame && !GENERAL.contains(other.cause().kind()))
                        || (isOfSameObject && ROOTS.contains(other.cause().kind()));
            case UPDATED_AGAIN ->
                isOfSameObject
                        && other.cause().kind() == Cause.Kind.INSERTED_AGAIN
                        && one.cause().detail().equals(RowCauses.MET_AGAIN);
            case ROWS_OF_OTHERS_LOST, GRANTS_LOST, DEPENDENTS_LOST ->
                other.cause().kind() == Cause.Kind.DESTROYED && (isSame || isOfSameObject);
            case DESTROYED ->
                other.cause().kind() == Cause.Kind.DESTROYED
                        && isOfSameObject
                        && other.line().number() < one.line().number();
            default -> false;
        };
    }
}
