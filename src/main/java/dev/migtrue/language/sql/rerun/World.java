package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Body;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What is known of a database at one moment of a run: which objects are there, which are not. Changes as it goes. */
final class World {

    enum Known {
        PRESENT,
        ABSENT,
        UNKNOWN
    }

    private final boolean beganEmpty;
    private Stock stock = Stock.empty();
    private Sorted<Key, Key> absent = Sorted.empty();
    private Sorted<Key, Routine> routines = Sorted.empty();
    private final Set<Key> changed = new LinkedHashSet<>();
    private Optional<Integer> version = Optional.empty();

    private World(boolean beganEmpty) {
        this.beganEmpty = beganEmpty;
    }

    /** A database in which there is nothing. */
    static World empty() {
        return new World(true);
    }

    /** A database of which nobody knows anything. */
    static World unknown() {
        return new World(false);
    }

    /** Shares all with it that is the same, so that it costs nothing. */
    World copy() {
        World copy = new World(beganEmpty);
        copy.become(this);
        copy.routines = routines;
        return copy;
    }

    /** How far a program says that it came: the number that SQLite keeps for it. */
    Optional<Integer> version() {
        return version;
    }

    void reach(int number) {
        version = Optional.of(number);
    }

    /** The code of a routine, with the text that it stands in. */
    record Routine(String source, Optional<Body> body, List<String> parameters) {

        Routine {
            parameters = List.copyOf(parameters);
        }
    }

    void know(Key key, Routine routine) {
        routines = routines.with(key, routine);
    }

    Optional<Routine> routine(Key key) {
        return routines.find(key);
    }

    /** Goes back to what another one is. */
    void become(World other) {
        stock = other.stock;
        absent = other.absent;
        version = other.version;
    }

    Known known(Key key) {
        if (has(key)) {
            return Known.PRESENT;
        }
        if (isGone(key)) {
            return Known.ABSENT;
        }
        if (key.owner().isEmpty()) {
            return beganEmpty && key.space().beginsEmpty() ? Known.ABSENT : Known.UNKNOWN;
        }
        Optional<Entry> owner = owner(key);
        boolean isKnown = owner.map(Entry::isWhole).orElse(beganEmpty);
        return isKnown ? Known.ABSENT : Known.UNKNOWN;
    }

    private Optional<Entry> owner(Key key) {
        return find(Key.of(Space.RELATION, key.owner()))
                .or(() -> find(Key.of(Space.TYPE, key.owner())))
                .or(() -> find(Key.of(Space.OTHER, key.owner())))
                .or(() -> find(Key.of(Space.PUBLICATION, key.owner())));
    }

    /** Whether a statement made sure that it is not there. */
    boolean isGone(Key key) {
        return absent.find(key).isPresent();
    }

    /** What statements made sure of that it is not there. */
    List<Key> gone(Space space, Predicate<Key> condition) {
        return Stock.keys(absent, key -> key.space().compareTo(space), condition);
    }

    boolean has(Key key) {
        return stock.find(key).isPresent();
    }

    Optional<Entry> find(Key key) {
        return stock.find(key);
    }

    void put(Key key, Entry entry) {
        absent = absent.without(key);
        if (find(key).filter(entry::equals).isEmpty()) {
            changed.add(key);
        }
        stock = stock.with(key, entry);
    }

    /** What became other since the last time. */
    Set<Key> takeChanged() {
        Set<Key> taken = Set.copyOf(changed);
        changed.clear();
        return taken;
    }

    /** The entry, which is made up where nobody knows of it. */
    Entry assume(Key key, ObjectKind kind) {
        return find(key).orElseGet(() -> {
            Entry given = Entry.given(kind, key);
            put(key, given);
            return given;
        });
    }

    void change(Key key, UnaryOperator<Entry> change) {
        find(key).ifPresent(entry -> put(key, change.apply(entry)));
    }

    /** Goes with its members and all that is part of it. */
    void remove(Key key) {
        stock = stock.without(key);
        absent = absent.with(key, key);
        changed.add(key);
        members(key).forEach(this::remove);
        for (Key member : Stock.members(absent, key)) {
            absent = absent.without(member);
        }
        parts(key).forEach(this::remove);
    }

    /** Whatever meets a condition. For one space ask {@link #keys(Space, Predicate)}: it looks at no other. */
    List<Key> keys(Predicate<Key> condition) {
        return Stock.keys(stock.present(), key -> 0, condition);
    }

    List<Key> keys(Space space, Predicate<Key> condition) {
        return Stock.keys(stock.present(), key -> key.space().compareTo(space), condition);
    }

    /** What there is of one object. */
    List<Key> members(Key owner, Space space) {
        return Stock.members(stock.present(), owner, space);
    }

    /** What there is of one object, whatever it is. */
    List<Key> members(Key owner) {
        return Stock.members(stock.present(), owner);
    }

    /** What goes silently with an object. */
    List<Key> parts(Key key) {
        return stock.parts().to(key);
    }

    /** What cannot go on without an object. */
    List<Key> users(Key key) {
        return stock.users().to(key);
    }

    /** What cannot go on without an object or a member of it, and is not itself part of it. */
    List<Key> dependents(Key key) {
        Set<Key> own = whole(key);
        Set<Key> dependents = new TreeSet<>();
        own.forEach(one -> dependents.addAll(users(one)));
        dependents.removeAll(own);
        return List.copyOf(dependents);
    }

    private Set<Key> whole(Key key) {
        Set<Key> own = new HashSet<>();
        List<Key> next = new ArrayList<>(List.of(key));
        while (!next.isEmpty()) {
            Key one = next.removeLast();
            if (own.add(one)) {
                next.addAll(members(one));
                next.addAll(parts(one));
            }
        }
        return own;
    }

    void rename(Key from, Key to) {
        UnaryOperator<Key> names = key -> {
            if (key.equals(from)) {
                return to;
            }
            return key.isMemberOf(from) ? new Key(key.space(), to.name(), key.name()) : key;
        };
        stock = stock.renamed(from, names);
        for (Key member : Stock.members(absent, from)) {
            absent = absent.without(member).with(names.apply(member), names.apply(member));
        }
        absent = absent.without(to).with(from, from);
        changed.add(from);
        changed.add(to);
    }

    /** What is otherwise, as it is told. */
    static List<Difference> differences(SequencedMap<Key, Difference.Way> differing) {
        List<Difference> differences = new ArrayList<>();
        differing.forEach((key, way) -> differences.add(difference(way, key)));
        return differences;
    }

    /** Each object that is otherwise in another one, and how. */
    SequencedMap<Key, Difference.Way> differing(World other) {
        SequencedMap<Key, Difference.Way> differing = new LinkedHashMap<>();
        SequencedMap<Key, Difference.Way> added = new LinkedHashMap<>();
        stock.present().differing(other.stock.present(), key -> {
            Optional<Entry> before = find(key);
            Optional<Entry> after = other.find(key);
            if (before.isEmpty()) {
                added.put(key, Difference.Way.NEW);
            } else if (after.isEmpty()) {
                differing.put(key, Difference.Way.GONE);
            } else if (!before.equals(after) && !isAlike(key, other)) {
                differing.put(key, Difference.Way.CHANGED);
            }
        });
        differing.putAll(added);
        return differing;
    }

    /** The number of a column only says which columns stand before it: that counts as far as these are the same. */
    private boolean isAlike(Key key, World other) {
        return find(key)
                        .map(one -> one.without("number"))
                        .equals(other.find(key).map(one -> one.without("number")))
                && columnsBefore(key, other).equals(other.columnsBefore(key, this));
    }

    private List<String> columnsBefore(Key column, World other) {
        Key table = Key.of(Space.RELATION, column.owner());
        return column.space() == Space.COLUMN
                ? TableCreation.columns(this, table).stream()
                        .takeWhile(name -> !name.equals(column.name()))
                        .filter(name -> other.has(table.member(Space.COLUMN, name)))
                        .toList()
                : List.of();
    }

    private static Difference difference(Difference.Way way, Key key) {
        String what = key.space().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Difference(way, what, key.toString());
    }
}
