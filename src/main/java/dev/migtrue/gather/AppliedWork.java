package dev.migtrue.gather;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.gather.road.AppliedCopy;
import dev.migtrue.gather.road.AppliedProject;
import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** What was run of a project on a database, told from its version table and the files that there are. */
record AppliedWork(ReadProject project, Facts facts) {

    /** Absent where the database has no version table of the project, or it was not read. */
    Optional<AppliedProject> on(DatabaseName database) {
        return Optional.ofNullable(facts.known().get(database)).map(this::of);
    }

    private AppliedProject of(Applied.Known known) {
        Map<MigrationId, Presence> presences =
                facts.presences().stream().collect(Collectors.toMap(Presence::id, presence -> presence));
        List<AppliedMigration> succeeded = with(known, Outcome.SUCCEEDED);
        // What was run twice, as repeatable ones are, counts where it was run last.
        SequencedSet<MigrationId> ids = new LinkedHashSet<>();
        succeeded.forEach(migration -> ids.addLast(migration.id()));
        boolean isPartial = known.reach() == Applied.Reach.PARTIAL;
        if (isPartial) {
            SequencedSet<MigrationId> behind = new LinkedHashSet<>(
                    facts.judgedCopies().stream().map(Migration::id).toList());
            behind.removeAll(ids);
            ids.addAll(behind);
        }
        List<AppliedMigration> orphans = succeeded.stream()
                .filter(migration -> copies(List.of(migration.id()), presences).isEmpty())
                .toList();
        return new AppliedProject(
                project.layout(),
                copies(isPartial ? inExecutionOrder(ids) : ids, presences),
                orphans,
                with(known, Outcome.FAILED),
                prehistory(known, succeeded, orphans),
                isPartial ? Optional.of(assumption(orphans)) : assumption(known));
    }

    /** What a baseline found, or the first migrations made, is told by no file. */
    private static Optional<String> prehistory(
            Applied.Known known, List<AppliedMigration> succeeded, List<AppliedMigration> orphans) {
        Optional<MigrationId> unmade = known.baseline()
                .filter(version -> succeeded.stream().noneMatch(migration -> migration.evidence() == Evidence.IMPLIED));
        boolean isPartial = known.reach() == Applied.Reach.PARTIAL;
        return unmade.map(
                        "the database was not empty when it was baselined at '%s', and no file makes what was there"
                                ::formatted)
                .or(() -> succeeded.stream()
                        .findFirst()
                        .filter(first -> !isPartial && orphans.contains(first))
                        .map(first -> "the first that was run there, '%s', has no file".formatted(first.id())));
    }

    private static Optional<String> assumption(Applied.Known known) {
        return known.baseline()
                .map(
                        "what was there when it was baselined at '%s' is taken to be what the files up to there make"
                                ::formatted);
    }

    private static List<AppliedMigration> with(Applied.Known known, Outcome outcome) {
        return known.migrations().stream()
                .filter(migration -> migration.outcome() == outcome)
                .toList();
    }

    private List<MigrationId> inExecutionOrder(Collection<MigrationId> ids) {
        return facts.presences().stream()
                .map(Presence::id)
                .filter(ids::contains)
                .toList();
    }

    private List<AppliedCopy> copies(Collection<MigrationId> ids, Map<MigrationId, Presence> presences) {
        List<AppliedCopy> copies = new ArrayList<>();
        for (MigrationId id : ids) {
            Optional.ofNullable(presences.get(id)).flatMap(this::copy).ifPresent(copies::add);
        }
        return copies;
    }

    private Optional<AppliedCopy> copy(Presence presence) {
        return presence.copies().entrySet().stream()
                .filter(copy -> copy.getValue().kind() != Kind.UNDO)
                .flatMap(copy -> Optional.ofNullable(project.trees().get(copy.getKey())).stream()
                        .map(tree -> new AppliedCopy(copy.getValue(), copy.getKey(), tree)))
                .findFirst();
    }

    private static String assumption(List<AppliedMigration> orphans) {
        return "every migration that has a file is taken to lie behind %s, which has none"
                .formatted(orphans.stream()
                        .map(orphan -> "'" + orphan.id() + "'")
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }
}
