package dev.migtrue.facts;

import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.HeldLock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What databases hold besides the version table of a project. A database of which nothing was found, or asked, has no key.
 *
 * @param locks the lock of the project's tool, where it is held
 * @param strays version tables that are no project's here, told with one project of a run
 * @param schemas what each database is made of, and should be, told with one project of a run
 */
public record Holdings(
        SequencedMap<DatabaseName, HeldLock> locks,
        SequencedMap<DatabaseName, List<StrayTable>> strays,
        SequencedMap<DatabaseName, SchemaView> schemas) {

    /** Nothing was asked. */
    public static final Holdings UNKNOWN =
            new Holdings(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());

    public Holdings {
        locks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(locks));
        strays = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(strays));
        schemas = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(schemas));
    }

    /** These, as far as they are of some databases. */
    Holdings of(Set<DatabaseName> databases) {
        return new Holdings(
                of(databases::contains, locks),
                of(databases::contains, strays),
                of(name -> databases.stream().anyMatch(some -> some.covers(name)), schemas));
    }

    private static <V> SequencedMap<DatabaseName, V> of(
            Predicate<DatabaseName> isWanted, SequencedMap<DatabaseName, V> all) {
        SequencedMap<DatabaseName, V> some = new LinkedHashMap<>(all);
        some.keySet().removeIf(isWanted.negate());
        return some;
    }
}
