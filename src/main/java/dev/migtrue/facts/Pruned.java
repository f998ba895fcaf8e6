package dev.migtrue.facts;

import dev.migtrue.model.Sighting;
import java.util.List;
import java.util.Optional;

/**
 * The applied migrations whose files were cleared away once they were old: they come before every file, their tool does not miss them, and
 * nothing that is on its way here holds their files. Files that a branch, a stash or another disk still has were not cleared away.
 */
public final class Pruned {

    private Pruned() {}

    /** All of them, in the order of their rows. */
    public static List<Presence> of(Facts facts) {
        return facts.orphans().stream()
                .filter(presence -> isOne(presence, facts))
                .toList();
    }

    /** Whether an {@link Facts#orphans orphan} is one. */
    public static boolean isOne(Presence orphan, Facts facts) {
        return facts.circumstances().forerunners().contains(orphan.id())
                && facts.attribution(orphan.id())
                        .filter(told -> isOfThePast(told.best()))
                        .isPresent();
    }

    private static boolean isOfThePast(Optional<Sighting> best) {
        return best.isEmpty() || best.get().place() instanceof Sighting.Removed;
    }
}
