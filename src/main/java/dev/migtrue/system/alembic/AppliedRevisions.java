package dev.migtrue.system.alembic;

import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.History;
import dev.migtrue.model.Location;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** What the rows of a version table mean. Each names the last migration of a line; all that lies behind it was applied as well. */
final class AppliedRevisions {

    /** Ids of fewer characters are found only whole, as in Alembic. */
    private static final int SHORTEST_TO_ABBREVIATE = 4;

    private final String table;
    private final SequencedMap<MigrationId, List<Migration>> copies;
    private final Set<RepoPath> unread;
    private boolean isWhole = true;

    AppliedRevisions(String table, History widest) {
        this.table = table;
        this.copies = widest.migrations().stream()
                .collect(Collectors.groupingBy(Migration::id, LinkedHashMap::new, Collectors.toList()));
        this.unread = widest.unread().stream().map(file -> file.at().path()).collect(Collectors.toSet());
    }

    Applied.Known behind(List<Row> rows) {
        SequencedMap<MigrationId, String> recorded = new LinkedHashMap<>();
        for (Row row : rows) {
            Optional<String> value = row.get(EnvironmentScript.VERSION_COLUMN).filter(text -> !text.isBlank());
            isWhole &= value.isPresent();
            value.ifPresent(text -> recorded.putIfAbsent(named(text), text));
        }
        Set<MigrationId> listed = new HashSet<>(recorded.keySet());
        List<AppliedMigration> applied = new ArrayList<>();
        List<Applied.Overlap> overlaps = new ArrayList<>();
        recorded.forEach((id, row) -> {
            Set<MigrationId> behind = behind(id);
            recorded.keySet().stream()
                    .filter(other -> !other.equals(id) && behind.contains(other))
                    .forEach(other -> overlaps.add(new Applied.Overlap(other, id)));
            copies.keySet().stream()
                    .filter(ancestor -> behind.contains(ancestor) && listed.add(ancestor))
                    .forEach(ancestor -> applied.add(applied(ancestor, Evidence.IMPLIED, row)));
            applied.add(applied(id, Evidence.RECORDED, row));
        });
        Applied.Reach reach = isWhole ? Applied.Reach.WHOLE : Applied.Reach.PARTIAL;
        return new Applied.Known(table, applied, reach, overlaps, Optional.empty(), Optional.empty());
    }

    /** The migration that a row names; what no file has is taken at its word. */
    private MigrationId named(String row) {
        MigrationId exact = new MigrationId(row);
        List<MigrationId> longer = copies.keySet().stream()
                .filter(id -> id.value().length() >= SHORTEST_TO_ABBREVIATE
                        && id.value().startsWith(row))
                .toList();
        return copies.containsKey(exact) || longer.size() != 1 ? exact : longer.getFirst();
    }

    /** All that must be applied before a migration is, itself included. */
    private Set<MigrationId> behind(MigrationId head) {
        Set<MigrationId> seen = new LinkedHashSet<>(Set.of(head));
        Deque<MigrationId> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            List<Migration> found =
                    Optional.ofNullable(copies.get(open.remove())).orElse(List.of());
            isWhole &= !found.isEmpty();
            for (Migration copy : found) {
                isWhole &= !unread.contains(copy.at().path());
                copy.after().stream().filter(seen::add).forEach(open::add);
                copy.dependsOn().stream().filter(seen::add).forEach(open::add);
            }
        }
        return seen;
    }

    private AppliedMigration applied(MigrationId id, Evidence evidence, String row) {
        return new AppliedMigration(
                id,
                evidence,
                Outcome.SUCCEEDED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Location.InVersionTable(table, row));
    }
}
