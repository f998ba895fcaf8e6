package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Body;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What is known of a database at one moment of a run: which objects are there, which are not. Changes as it goes. */
final class World {

    enum Known {
        PRESENT,
        ABSENT,
        UNKNOWN
    }

    private static final java.util.Comparator<Key> ORDER =
            java.util.Comparator.comparing(Key::space).thenComparing(Key::owner).thenComparing(Key::name);

    private final boolean beganEmpty;
    private final NavigableMap<Key, Entry> present = new TreeMap<>(ORDER);
    private final Set<Key> absent = new HashSet<>();
    private final Map<Key, Routine> routines = new HashMap<>();
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

    World copy() {
        World copy = new World(beganEmpty);
        copy.present.putAll(present);
        copy.absent.addAll(absent);
        copy.routines.putAll(routines);
        copy.version = version;
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
        routines.put(key, routine);
    }

    Optional<Routine> routine(Key key) {
        return Optional.ofNullable(routines.get(key));
    }

    /** Goes back to what another one is. */
    void become(World other) {
        present.clear();
        absent.clear();
        present.putAll(other.present);
        absent.addAll(other.absent);
        version = other.version;
    }

    Known known(Key key) {
        if (present.containsKey(key)) {
            return Known.PRESENT;
        }
        if (absent.contains(key)) {
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
        return absent.contains(key);
    }

    boolean has(Key key) {
        return present.containsKey(key);
    }

    Optional<Entry> find(Key key) {
        return Optional.ofNullable(present.get(key));
    }

    void put(Key key, Entry entry) {
        absent.remove(key);
        Entry old = present.put(key, entry);
        if (!entry.equals(old)) {
            changed.add(key);
        }
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
        present.remove(key);
        absent.add(key);
        changed.add(key);
        for (Key other : members(key)) {
            remove(other);
        }
        absent.removeIf(other -> other.isMemberOf(key));
        for (Key other : having(entry -> entry.partOf().contains(key))) {
            remove(other);
        }
    }

    private List<Key> having(Predicate<Entry> condition) {
        List<Key> keys = new ArrayList<>();
        present.forEach((key, entry) -> {
            if (condition.test(entry)) {
                keys.add(key);
            }
        });
        return keys;
    }

    List<Key> keys(Predicate<Key> condition) {
        return present.keySet().stream().filter(condition).toList();
    }

    /** What there is of one object. */
    List<Key> members(Key owner, Space space) {
        boolean hasNone = !space.isOfMembers()
                || owner.space().isOfMembers()
                || owner.name().isEmpty();
        return hasNone
                ? List.of()
                : List.copyOf(present.subMap(new Key(space, owner.name(), ""), new Key(space, owner.name() + "\0", ""))
                        .keySet());
    }

    private List<Key> members(Key owner) {
        return Arrays.stream(Space.values())
                .flatMap(space -> members(owner, space).stream())
                .toList();
    }

    /** What cannot go on without an object or a member of it, and is not itself part of it. */
    List<Key> dependents(Key key) {
        List<Key> users = having(entry -> !entry.uses().isEmpty());
        if (users.isEmpty()) {
            return users;
        }
        Set<Key> own = whole(key);
        users.removeIf(user ->
                own.contains(user) || find(user).orElseThrow().uses().stream().noneMatch(own::contains));
        return users;
    }

    private Set<Key> whole(Key key) {
        Set<Key> own = new LinkedHashSet<>();
        List<Key> next = new ArrayList<>(List.of(key));
        while (!next.isEmpty()) {
            Key one = next.removeLast();
            if (own.add(one)) {
                next.addAll(members(one));
                next.addAll(having(entry -> entry.partOf().contains(one)));
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
        Map<Key, Entry> all = new TreeMap<>(ORDER);
        all.putAll(present);
        Set<Key> none = new HashSet<>(absent);
        present.clear();
        absent.clear();
        all.forEach((key, entry) -> present.put(names.apply(key), entry.renamed(names)));
        none.forEach(key -> absent.add(names.apply(key)));
        absent.remove(to);
        absent.add(from);
        changed.add(from);
        changed.add(to);
    }

    /** What is otherwise in another one. */
    List<Difference> differences(World other) {
        List<Difference> differences = new ArrayList<>();
        differing(other).forEach((key, way) -> differences.add(difference(way, key)));
        return differences;
    }

    /** Each object that is otherwise in another one, and how. */
    SequencedMap<Key, Difference.Way> differing(World other) {
        SequencedMap<Key, Difference.Way> differing = new LinkedHashMap<>();
        Set<Key> keys = new LinkedHashSet<>(present.keySet());
        keys.addAll(other.present.keySet());
        for (Key key : keys) {
            Optional<Entry> before = find(key);
            Optional<Entry> after = other.find(key);
            if (before.isPresent() && after.isEmpty()) {
                differing.put(key, Difference.Way.GONE);
            } else if (before.isEmpty()) {
                differing.put(key, Difference.Way.NEW);
            } else if (!before.equals(after) && !isAlike(key, other)) {
                differing.put(key, Difference.Way.CHANGED);
            }
        }
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
