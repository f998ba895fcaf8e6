package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What becomes of a database when what was done is taken back. Counters have gone on: nobody else has waited for them,
 * so that no server takes their numbers back, but SQLite, which keeps them in a table.
 */
final class Undoing {

    private static final Set<String> COUNTERS = Set.of("counter", "COUNTER");

    private final Engine engine;
    private final World world;

    Undoing(Engine engine) {
        this.engine = engine;
        this.world = engine.world();
    }

    void back(World past) {
        Map<Key, Map<String, String>> counters = new TreeMap<>();
        if (engine.dialect() != Dialect.SQLITE) {
            past.differing(world).forEach((key, way) -> {
                if (way == Difference.Way.CHANGED) {
                    counters.put(key, counters(key));
                }
            });
        }
        world.become(past);
        counters.forEach((key, facets) ->
                facets.forEach((facet, value) -> world.change(key, entry -> entry.with(facet, value))));
    }

    private Map<String, String> counters(Key key) {
        Map<String, String> facets = new TreeMap<>(world.find(key).orElseThrow().facets());
        facets.keySet().retainAll(COUNTERS);
        return facets;
    }
}
