package dev.migtrue.facts;

import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.History;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * Everything gathered about one project, joined by migration id. What was not looked at has no key in {@code histories}, or is {@link
 * Applied.NotRead}.
 *
 * @param histories the migrations of each source that was looked at, in reporting order
 * @param databases what each database says was applied, in the order the user named them
 * @param presences the full outer join of all of these, in execution order; ids without any file come last
 * @param ignored for each migration file that git ignores, the rule that hides it
 */
public record Facts(
        Project project,
        SequencedMap<Source, History> histories,
        SequencedMap<DatabaseName, Applied> databases,
        List<Presence> presences,
        Map<RepoPath, IgnoreRule> ignored) {

    public Facts {
        histories = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(histories));
        databases = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(databases));
        presences = List.copyOf(presences);
        ignored = Map.copyOf(ignored);
    }

    /** Joins what was read; {@code widest} is the history of all sources laid over each other and gives the order. */
    public static Facts join(
            Project project,
            History widest,
            SequencedMap<Source, History> histories,
            SequencedMap<DatabaseName, Applied> databases,
            Map<RepoPath, IgnoreRule> ignored) {
        SequencedMap<MigrationId, SequencedMap<Source, Migration>> copies = new LinkedHashMap<>();
        histories.forEach((source, history) -> history.migrations()
                .forEach(migration -> copies.computeIfAbsent(migration.id(), id -> new LinkedHashMap<>())
                        .putIfAbsent(source, migration)));
        SequencedMap<MigrationId, SequencedMap<DatabaseName, AppliedMigration>> applied = new LinkedHashMap<>();
        databases.forEach((name, state) -> appliedIn(state)
                .forEach(migration -> applied.computeIfAbsent(migration.id(), id -> new LinkedHashMap<>())
                        .put(name, migration)));

        SequencedSet<MigrationId> order = new LinkedHashSet<>();
        widest.migrations().forEach(migration -> order.add(migration.id()));
        order.addAll(copies.keySet());
        order.addAll(applied.keySet());
        List<Presence> presences = order.stream()
                .map(id -> new Presence(
                        id,
                        copies.getOrDefault(id, new LinkedHashMap<>()),
                        applied.getOrDefault(id, new LinkedHashMap<>())))
                .toList();
        return new Facts(project, histories, databases, presences, ignored);
    }

    /** The history of a source; absent when it was not looked at. */
    public Optional<History> history(Source source) {
        return Optional.ofNullable(histories.get(source));
    }

    /** The databases whose version table was read, with what it says. */
    public SequencedMap<DatabaseName, Applied.Known> known() {
        SequencedMap<DatabaseName, Applied.Known> known = new LinkedHashMap<>();
        databases.forEach((name, state) -> {
            if (state instanceof Applied.Known read) {
                known.put(name, read);
            }
        });
        return known;
    }

    private static List<AppliedMigration> appliedIn(Applied state) {
        return switch (state) {
            case Applied.Known known -> known.migrations();
            case Applied.NoTable none -> List.of();
            case Applied.NotRead unread -> List.of();
        };
    }
}
