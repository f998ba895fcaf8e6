package dev.migtrue.language.sql.rerun;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The objects of a world that outlast a session, as others see them. */
final class Inventory {

    private static final Set<Space> TOLD = EnumSet.of(
            Space.RELATION,
            Space.INDEX,
            Space.COLUMN,
            Space.CONSTRAINT,
            Space.TRIGGER,
            Space.POLICY,
            Space.RULE,
            Space.TYPE,
            Space.LABEL,
            Space.ROUTINE,
            Space.SEQUENCE,
            Space.SCHEMA,
            Space.EXTENSION,
            Space.EVENT);

    private final World world;
    private final Ledger ledger;

    Inventory(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
    }

    List<Held> held() {
        return world.keys(key -> TOLD.contains(key.space()) && !key.name().isEmpty()).stream()
                .map(this::held)
                .toList();
    }

    private Held held(Key key) {
        Entry entry = world.find(key).orElseThrow();
        Optional<Ledger.Entered> entered = ledger.of(key);
        Optional<Key> owner = owner(key, entry);
        return new Held(
                entry.kind(),
                owner.map(Key::name).orElse(key.owner()),
                key.name(),
                entry.definition(),
                facets(entry),
                columns(entry),
                certainty(key, entry, owner),
                entered.map(Ledger.Entered::naming).orElse(Held.Naming.MADE_UP),
                entered.map(Ledger.Entered::origin),
                ledger.changed(key));
    }

    /** What nobody made was there before, or was taken to be. What a child has, it may have of its parent. */
    private Held.Certainty certainty(Key key, Entry entry, Optional<Key> owner) {
        boolean isUnsure = ledger.isDoubtful(key)
                || ledger.of(key).isEmpty()
                || owner.filter(table -> ledger.isDoubtful(table) || isChild(table))
                        .isPresent();
        if (isUnsure) {
            return Held.Certainty.DOUBTFUL;
        }
        return entry.isWhole() && !isChild(key) ? Held.Certainty.WHOLE : Held.Certainty.PARTLY;
    }

    private boolean isChild(Key table) {
        return table.space() == Space.RELATION
                && !world.members(table, Space.PARENT).isEmpty();
    }

    /** Where names are one's own, an index or a trigger still is of a table. */
    private static Optional<Key> owner(Key key, Entry entry) {
        Optional<Key> table = entry.partOf().stream()
                .filter(part -> part.space() == Space.RELATION)
                .findFirst();
        return key.owner().isEmpty() ? table : Optional.of(Key.of(Space.RELATION, key.owner()));
    }

    private Map<String, String> facets(Entry entry) {
        Map<String, String> facets = new TreeMap<>(entry.facets());
        boolean isOfIdentity = entry.partOf().stream()
                .flatMap(part -> world.find(part).stream())
                .anyMatch(part -> part.facets().containsKey("identity"));
        if (isOfIdentity) {
            facets.put("of identity", "yes");
        }
        return facets;
    }

    private static List<String> columns(Entry entry) {
        return entry.partOf().stream()
                .filter(part -> part.space() == Space.COLUMN)
                .map(Key::name)
                .sorted()
                .toList();
    }
}
