package dev.migtrue.gather.git;

import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/** What a search has found so far. */
final class Trail {

    /** A file that is in more places than this is not told of all of them. */
    private static final int MOST_PLACES = 4;

    private final Map<MigrationId, List<Sighting>> answers = new HashMap<>();
    private final Map<MigrationId, List<Sighting>> remarks = new HashMap<>();
    private final Set<MigrationId> open;
    private final SequencedSet<String> limits = new LinkedHashSet<>();

    Trail(Set<MigrationId> ids) {
        this.open = new HashSet<>(ids);
    }

    /** The ids of which it is not known yet where they come from. */
    Set<MigrationId> open() {
        return Set.copyOf(open);
    }

    boolean isOpen(MigrationId id) {
        return open.contains(id);
    }

    boolean isDone() {
        return open.isEmpty();
    }

    /** Adds a place that tells where an id comes from. Places of the same sort are all added before the id is {@link #settle settled}. */
    void answer(MigrationId id, Sighting sighting) {
        add(answers, id, sighting);
    }

    /** Adds a place that has the file, but does not tell where it comes from; it comes after those that do. */
    void remark(MigrationId id, Sighting sighting) {
        add(remarks, id, sighting);
    }

    /** Ends the search for the ids that were answered. */
    void settle() {
        open.removeAll(answers.keySet());
    }

    void limit(String reason) {
        limits.add(reason);
    }

    Traces traces() {
        Map<MigrationId, List<Sighting>> all = new HashMap<>(answers);
        remarks.forEach((id, seen) -> all.merge(id, seen, (first, then) -> {
            List<Sighting> both = new ArrayList<>(first);
            then.stream().filter(sighting -> !both.contains(sighting)).forEach(both::add);
            return both;
        }));
        return new Traces(all, List.copyOf(limits));
    }

    private static void add(Map<MigrationId, List<Sighting>> to, MigrationId id, Sighting sighting) {
        List<Sighting> present = to.computeIfAbsent(id, first -> new ArrayList<>());
        if (present.size() < MOST_PLACES && !present.contains(sighting)) {
            present.add(sighting);
        }
    }
}
