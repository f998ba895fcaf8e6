package dev.migtrue.facts;

import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.History;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What one database has yet to run of the migrations on disk and in the index. There is none for a database of which it cannot be known:
 * not read, without the table, or with a row that hides what lies behind it.
 *
 * @param due what it has not run, in execution order
 * @param changed repeatable migrations whose content is another than the one it ran
 * @param overtaken what it has not run and what its tool does not run any more, each with the last one that the database has
 */
public record Backlog(
        DatabaseName database,
        List<Migration> due,
        List<Migration> changed,
        SequencedMap<Migration, MigrationId> overtaken) {

    public Backlog {
        due = List.copyOf(due);
        changed = List.copyOf(changed);
        overtaken = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(overtaken));
    }

    /** The backlog of each database of which it can be known. */
    public static List<Backlog> of(Facts facts) {
        return facts.known().entrySet().stream()
                .filter(entry -> entry.getValue().reach() == Applied.Reach.WHOLE)
                .map(entry -> of(facts, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Backlog of(Facts facts, DatabaseName database, Applied.Known known) {
        Map<MigrationId, AppliedMigration> applied = new HashMap<>();
        known.migrations().forEach(migration -> applied.put(migration.id(), migration));
        List<Migration> all = facts.judgedCopies();
        Squashes squashes = new Squashes(all);
        SequencedMap<Migration, MigrationId> overtaken =
                facts.isOrdered(Ordering.STRICT) ? overtaken(all, applied.keySet()) : new LinkedHashMap<>();
        if (facts.isOrdered(Ordering.GRAPH)) {
            overtaken.putAll(passedOver(all, squashes, applied.keySet()));
        }
        List<Migration> due = all.stream()
                .filter(migration -> !squashes.isDone(migration, applied.keySet()))
                .filter(migration -> !squashes.isLeftOut(migration, applied.keySet()))
                .filter(migration -> migration.kind() != Kind.BASELINE || applied.isEmpty())
                .filter(migration -> migration.kind() != Kind.UNDO)
                .filter(migration -> !overtaken.containsKey(migration))
                .toList();
        List<Migration> changed = all.stream()
                .filter(migration -> migration.kind() == Kind.REPEATABLE)
                .filter(migration -> Optional.ofNullable(applied.get(migration.id()))
                        .filter(stored -> stored.differsFrom(migration))
                        .isPresent())
                .toList();
        return new Backlog(database, due, changed, overtaken);
    }

    private static SequencedMap<Migration, MigrationId> overtaken(List<Migration> all, Set<MigrationId> applied) {
        SequencedMap<Migration, MigrationId> overtaken = new LinkedHashMap<>();
        List<Migration> versioned = all.stream()
                .filter(migration -> migration.kind() == Kind.VERSIONED)
                .toList();
        versioned.stream()
                .map(Migration::id)
                .filter(applied::contains)
                .reduce((earlier, later) -> later)
                .ifPresent(last -> versioned.stream()
                        .takeWhile(migration -> !migration.id().equals(last))
                        .filter(migration -> !applied.contains(migration.id()))
                        .forEach(migration -> overtaken.put(migration, last)));
        return overtaken;
    }

    /** What has not run although a migration has that needs it, with the first such one. */
    private static SequencedMap<Migration, MigrationId> passedOver(
            List<Migration> all, Squashes squashes, Set<MigrationId> applied) {
        MigrationGraph graph = new MigrationGraph(new History(Ordering.GRAPH, all, List.of(), List.of()));
        SequencedMap<Migration, MigrationId> passedOver = new LinkedHashMap<>();
        all.stream()
                .filter(migration -> applied.contains(migration.id()))
                .forEach(migration -> graph.needed(migration).stream()
                        .filter(needed -> !squashes.isDone(needed, applied) && !squashes.isLeftOut(needed, applied))
                        .forEach(needed -> passedOver.putIfAbsent(needed, migration.id())));
        return passedOver;
    }
}
