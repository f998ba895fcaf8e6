package dev.migtrue.language.sql.rerun;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What goes wrong because something before it did: told once already. Grows as causes are found. */
final class Followers {

    private final Set<Key> roots = new HashSet<>();
    private final World before;
    private final World after;

    Followers(World before, World after) {
        this.before = before;
        this.after = after;
    }

    void lead(Key root) {
        roots.add(root);
    }

    /** Whether it is one of them, a member of one, or goes with one. */
    boolean follows(Key key) {
        return roots.contains(key)
                || roots.stream().anyMatch(key::isMemberOf)
                || partOf(key).stream().anyMatch(roots::contains);
    }

    private Set<Key> partOf(Key key) {
        return Optional.ofNullable(
                        before.find(key).orElseGet(() -> after.find(key).orElse(null)))
                .map(Entry::partOf)
                .orElse(Set.of());
    }
}
