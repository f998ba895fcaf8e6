package dev.migtrue.language.sql.standing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** The objects that are there at one moment. Changes as scripts go on. */
final class Inventory {

    private final Map<Address, Thing> things = new LinkedHashMap<>();

    /** Each name that ever was that of an owner: most tables never own anything, and looking for what they own takes a look at all there is. */
    private final Set<String> owners = new HashSet<>();

    Optional<Thing> find(Address address) {
        return Optional.ofNullable(things.get(address));
    }

    void put(Address address, Thing thing) {
        things.put(address, noted(thing));
    }

    private Thing noted(Thing thing) {
        owners.add(thing.owner());
        return thing;
    }

    void change(Address address, UnaryOperator<Thing> change) {
        things.computeIfPresent(address, (same, thing) -> noted(change.apply(thing)));
    }

    /** Goes with the indexes on it. */
    void remove(Address address) {
        things.remove(address);
        if (address.space().equals(Address.RELATION) && owners.contains(address.name())) {
            things.values().removeIf(thing -> thing.owner().equals(address.name()));
        }
    }

    void removeAll(BiPredicate<Address, Thing> which) {
        things.entrySet().removeIf(entry -> which.test(entry.getKey(), entry.getValue()));
    }

    void rename(Address from, Address to) {
        Thing thing = things.remove(from);
        if (thing == null) {
            things.remove(to);
            return;
        }
        things.put(to, thing);
        if (from.space().equals(Address.RELATION) && owners.contains(from.name())) {
            things.replaceAll((address, other) -> other.owner().equals(from.name())
                    ? noted(other.of(to.name())).with(Thing.ITSELF, "table", to.name())
                    : other);
        }
    }

    void changeAll(BiPredicate<Address, Thing> which, UnaryOperator<Thing> change) {
        things.replaceAll((address, thing) -> which.test(address, thing) ? noted(change.apply(thing)) : thing);
    }

    /** Those of a name space with this name, whatever else tells them apart. */
    List<Map.Entry<Address, Thing>> named(String space, String name) {
        List<Map.Entry<Address, Thing>> found = new ArrayList<>();
        things.forEach((address, thing) -> {
            boolean isIt = address.space().equals(space)
                    && (address.name().equals(name) || address.name().startsWith(name + "("));
            if (isIt) {
                found.add(Map.entry(address, thing));
            }
        });
        return found;
    }

    List<Map.Entry<Address, Thing>> ownedBy(String table) {
        return things.entrySet().stream()
                .filter(entry -> entry.getValue().owner().equals(table))
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Says that nobody knows what became of the objects of these names. */
    void doubt(Set<String> names) {
        changeAll((address, thing) -> names.contains(address.last()) || names.contains(thing.owner()), Thing::doubted);
    }
}
