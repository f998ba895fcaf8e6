package dev.migtrue.facts;

import dev.migtrue.model.Sighting;
import java.util.List;
import java.util.Optional;

/**
 * What a search told of a migration that no source has.
 *
 * @param sightings where else its file is or was, the best place first; empty where it was seen nowhere
 * @param limits why not everything was searched, each completing "not everything was searched: …"; mostly empty
 */
public record Attribution(List<Sighting> sightings, List<String> limits) {

    public Attribution {
        sightings = List.copyOf(sightings);
        limits = List.copyOf(limits);
    }

    /** The place that most likely tells where the migration comes from; absent where no place has it. */
    public Optional<Sighting> best() {
        return sightings.stream().findFirst();
    }
}
