package dev.migtrue.gather.git;

import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Sighting;
import java.util.List;
import java.util.Map;

/**
 * What came of a {@link Search}.
 *
 * @param sightings where each migration was seen, the best place first; what was seen nowhere has no key
 * @param limits why not everything was searched, each completing "not everything was searched: …"; mostly empty
 */
public record Traces(Map<MigrationId, List<Sighting>> sightings, List<String> limits) {

    /** What a search finds where there is nothing to search. */
    public static final Traces NONE = new Traces(Map.of(), List.of());

    public Traces {
        sightings = Map.copyOf(sightings);
        limits = List.copyOf(limits);
    }
}
