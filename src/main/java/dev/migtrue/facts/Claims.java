package dev.migtrue.facts;

import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Sighting;
import java.util.List;
import java.util.Map;

/**
 * Which other branches add a migration that is new here, with another text.
 *
 * @param claimants the files that do, the one committed last first; a migration that nobody else adds has no key
 * @param limits what was not looked at, each in one line; mostly empty
 */
public record Claims(Map<MigrationId, List<Sighting>> claimants, List<String> limits) {

    /** What there is to tell where nothing is new, or nobody looked. */
    public static final Claims NONE = new Claims(Map.of(), List.of());

    public Claims {
        claimants = Map.copyOf(claimants);
        limits = List.copyOf(limits);
    }

    /** The files of other branches that add a migration. */
    public List<Sighting> of(MigrationId id) {
        return claimants.getOrDefault(id, List.of());
    }
}
