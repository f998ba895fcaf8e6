package dev.migtrue.language.sql.rerun;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What is there for sure, and of which nobody knows how it is made by now. Grows as migrations go on. */
final class Blur {

    private final World world;
    private final Set<Key> keys = new HashSet<>();

    Blur(World world) {
        this.world = world;
    }

    boolean isOn(Key key) {
        return keys.contains(key);
    }

    void add(Key key) {
        keys.add(key);
    }

    /** Everything that is there may be made otherwise. */
    void all() {
        keys.addAll(world.keys(key -> true));
    }

    /** Takes note of what is new, or was moved; what is made anew is clear. */
    void made(Key key, Optional<Key> from) {
        if (from.filter(keys::contains).isPresent()) {
            keys.add(key);
        } else {
            keys.remove(key);
        }
    }

    /** Takes note of what is gone. Of a primary key, databases keep that its columns are required, or do not. */
    void lost(Key key, World before) {
        boolean isPrimary = before.find(key)
                .flatMap(ConstraintAddition::kind)
                .filter("PRIMARY_KEY"::equals)
                .isPresent();
        if (isPrimary) {
            keys.addAll(world.members(Key.of(Space.RELATION, key.owner()), Space.COLUMN));
        }
    }
}
