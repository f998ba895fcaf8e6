package dev.migtrue.facts;

import dev.migtrue.model.MigrationId;
import java.util.Set;

/**
 * Applied migrations that may well have no file any more.
 *
 * @param forerunners the {@link Facts#orphans orphans} that come before every file, where the tool does not miss such files
 * @param squashed those that one of today's said it stands for, in a commit before their files were deleted
 */
public record Absences(Set<MigrationId> forerunners, Set<MigrationId> squashed) {

    /** None is known. */
    public static final Absences NONE = new Absences(Set.of(), Set.of());

    public Absences {
        forerunners = Set.copyOf(forerunners);
        squashed = Set.copyOf(squashed);
    }
}
