package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Who made which object, and of which ones nobody knows. Grows as migrations go on. */
final class Ledger {

    private static final Set<String> CHANGING = Set.of("drop", "alter", "rename", "perform", "call");

    private final World world;
    private final Map<Key, Entered> entered = new HashMap<>();
    private final Map<Key, Origin> changed = new HashMap<>();
    private final Set<Key> doubtful = new HashSet<>();
    /** What is gone, or perhaps not. */
    private final Set<Key> ghosts = new HashSet<>();

    private final List<Doubt> doubts = new ArrayList<>();

    /** What made an object, and whether it said its name. */
    record Entered(Origin origin, Held.Naming naming) {}

    Ledger(World world) {
        this.world = world;
    }

    List<Doubt> doubts() {
        return doubts;
    }

    Optional<Entered> of(Key key) {
        return Optional.ofNullable(entered.get(key));
    }

    /** What gave an object the form that it has, where that is not what made it. */
    Optional<Origin> changed(Key key) {
        return Optional.ofNullable(changed.get(key));
    }

    boolean isDoubtful(Key key) {
        return doubtful.contains(key);
    }

    /** Takes note of what one statement did; what it made is sure from then on. */
    void enter(World before, Line line, Origin origin) {
        Set<String> words = Text.words(line.text().plain());
        boolean isKeeping = words.containsAll(Set.of("if", "not", "exists"));
        SequencedMap<Key, Difference.Way> differing = before.differing(world);
        List<Key> gone = differing.entrySet().stream()
                .filter(entry -> entry.getValue() == Difference.Way.GONE)
                .map(Map.Entry::getKey)
                .toList();
        Map<Key, Moved> moved = new HashMap<>();
        differing.forEach((key, way) -> {
            if (way == Difference.Way.NEW) {
                moved(before, gone, key).ifPresent(from -> moved.put(key, from));
            }
        });
        gone.forEach(key -> {
            entered.remove(key);
            changed.remove(key);
            doubtful.remove(key);
        });
        differing.forEach((key, way) -> {
            if (way == Difference.Way.NEW) {
                Optional<Moved> from = Optional.ofNullable(moved.get(key));
                enter(key, from, new Entered(origin, naming(key, words)));
                boolean isOverGhost = ghosts.contains(key) || ghosts.contains(Key.of(Space.RELATION, key.owner()));
                if (isKeeping && isOverGhost) {
                    doubtful.add(key);
                }
            } else if (way == Difference.Way.CHANGED && isMadeOtherwise(before, key)) {
                changed.put(key, origin);
            }
        });
    }

    /** Whether more differs than the rows that it holds. */
    private boolean isMadeOtherwise(World before, Key key) {
        return !before.find(key)
                .map(entry -> entry.holding(Rows.NONE))
                .equals(world.find(key).map(entry -> entry.holding(Rows.NONE)));
    }

    private static Held.Naming naming(Key key, Set<String> words) {
        return words.containsAll(Text.words(plain(key.name()))) ? Held.Naming.WRITTEN : Held.Naming.MADE_UP;
    }

    /** Under another name, or in a table of another name, an object is no surer than it was. */
    private void enter(Key key, Optional<Moved> from, Entered now) {
        boolean isOnlyMoved = from.filter(one -> one.key().name().equals(key.name()))
                .flatMap(Moved::entered)
                .isPresent();
        from.filter(one -> isOnlyMoved).flatMap(Moved::changed).ifPresent(origin -> changed.put(key, origin));
        entered.put(key, isOnlyMoved ? from.flatMap(Moved::entered).orElseThrow() : now);
        if (from.map(Moved::isDoubtful).orElse(false)) {
            doubtful.add(key);
        } else {
            doubtful.remove(key);
        }
    }

    /** What an object was before it was moved. */
    private record Moved(Key key, Optional<Entered> entered, Optional<Origin> changed, boolean isDoubtful) {}

    private Optional<Moved> moved(World before, List<Key> gone, Key key) {
        String definition = world.find(key).orElseThrow().definition();
        return gone.stream()
                .filter(old -> old.space() == key.space()
                        && (old.name().equals(key.name()) || old.owner().equals(key.owner()))
                        && before.find(old).orElseThrow().definition().equals(definition))
                .map(old -> new Moved(old, of(old), changed(old), isDoubtful(old)))
                .findFirst();
    }

    /** Takes note that nobody knows what a statement did, beyond what is named there. */
    void doubt(World before, Doubt doubt, Set<ObjectKind> removed) {
        doubts.add(doubt);
        world.keys(key -> removed.contains(general(key))).forEach(doubtful::add);
        before.differing(world).forEach((key, way) -> {
            boolean isOfRows = way == Difference.Way.CHANGED && key.space() == Space.RELATION;
            if (way == Difference.Way.GONE) {
                ghosts.add(key);
            } else if (!isOfRows) {
                doubtful.add(key);
            }
        });
        if (!isOnlyMaking(doubt)) {
            world.keys(key -> isNamed(key, doubt)).forEach(doubtful::add);
        }
    }

    /** What is there stays there where nothing but {@code CREATE} is said. */
    private static boolean isOnlyMaking(Doubt doubt) {
        return doubt.names().contains("create") && Collections.disjoint(doubt.names(), CHANGING);
    }

    /** What is talked of as constraints or functions. */
    private ObjectKind general(Key key) {
        ObjectKind kind = world.find(key).orElseThrow().kind();
        return switch (kind) {
            case PROCEDURE, AGGREGATE -> ObjectKind.FUNCTION;
            default -> kind;
        };
    }

    private static boolean isNamed(Key key, Doubt doubt) {
        boolean isItself = doubt.names().contains(last(key));
        return switch (key.space()) {
            case COLUMN, LABEL ->
                doubt.names().contains(last(key.owner())) && (isItself || doubt.scope() == Doubt.Scope.OPEN);
            case CONSTRAINT, INDEX, TRIGGER, POLICY, RULE ->
                isItself || doubt.names().contains(last(key.owner()));
            default -> isItself;
        };
    }

    static String last(Key key) {
        return last(key.name());
    }

    private static String last(String name) {
        String plain = plain(name);
        return plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Of a routine, without what stands around its name. */
    private static String plain(String name) {
        return name.replaceAll("\\(.*", "").replaceAll("^(function|procedure) ", "");
    }
}
