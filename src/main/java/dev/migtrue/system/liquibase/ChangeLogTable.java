package dev.migtrue.system.liquibase;

import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.History;
import dev.migtrue.model.Location;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.Row;
import dev.migtrue.model.VersionTable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Liquibase's version table: a row for each changeset that was run, or that was taken for run. */
final class ChangeLogTable {

    static final String ALGORITHM = "liquibase-md5";

    /** Where Liquibase puts rows of its own, such as tags. */
    private static final String INTERNAL = "liquibase-internal";

    private static final Pattern NAMED = Pattern.compile("=([^,;\\s]+)");

    private final String table;
    private final Map<ChangeSetId, MigrationId> byKey = new HashMap<>();
    private final Map<String, List<Known>> byName;

    /** A changeset of the files, and where it lies. */
    private record Known(ChangeSetId id, ChangeSetId inItsFile) {
        boolean isMeantBy(ChangeSetId row) {
            return row.isAlso(id) || row.isAlso(inItsFile) || row.key().equals(inItsFile.key());
        }
    }

    private ChangeLogTable(String table, History widest) {
        this.table = table;
        List<Known> known = widest.migrations().stream()
                .flatMap(migration -> known(migration).stream()
                        .peek(changeSet -> byKey.putIfAbsent(changeSet.id().key(), migration.id())))
                .toList();
        this.byName = known.stream().collect(Collectors.groupingBy(changeSet -> name(changeSet.id())));
    }

    /** The table of that name, wherever {@code schema} says. */
    static VersionTable named(Optional<String> schema, String name) {
        return new VersionTable(
                schema,
                name,
                List.of("id", "author", "filename", "dateexecuted", "orderexecuted", "exectype", "md5sum"),
                List.of("description", "comments", "tag", "liquibase", "contexts", "labels", "deployment_id"),
                List.of("dateexecuted", "orderexecuted"));
    }

    /** What these rows say was run. */
    static Applied.Known read(String table, List<Row> rows, History widest) {
        ChangeLogTable read = new ChangeLogTable(table, widest);
        SequencedMap<MigrationId, AppliedMigration> applied = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !row.get("filename").orElse("").startsWith(INTERNAL))
                .filter(row -> !row.get("exectype").orElse("").equalsIgnoreCase("SKIPPED"))
                .flatMap(row -> read.applied(row).stream())
                .forEach(migration -> applied.put(migration.id(), migration));
        return new Applied.Known(table, List.copyOf(applied.values()), Applied.Reach.WHOLE);
    }

    private Optional<AppliedMigration> applied(Row row) {
        ChangeSetId changeSet = new ChangeSetId(
                row.get("filename").orElse(""),
                row.get("id").orElse(""),
                row.get("author").orElse(""));
        if (changeSet.id().isBlank() && changeSet.path().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new AppliedMigration(
                named(changeSet),
                Evidence.RECORDED,
                row.get("exectype").orElse("").equalsIgnoreCase("FAILED") ? Outcome.FAILED : Outcome.SUCCEEDED,
                row.get("md5sum").flatMap(ChangeLogTable::checksum),
                row.get("dateexecuted"),
                Optional.empty(),
                row.get("description").flatMap(ChangeLogTable::title),
                new Location.InVersionTable(table, changeSet.id())));
    }

    /** What a description names: {@code people} of {@code createTable tableName=people}; absent where it names nothing. */
    private static Optional<String> title(String description) {
        return Optional.of(NAMED.matcher(description)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.joining("; ")))
                .filter(names -> !names.isEmpty());
    }

    /** A checksum as the table holds it; absent for one of a version that Liquibase itself no longer compares. */
    static Optional<Checksum> checksum(String stored) {
        return stored.startsWith("8:") || stored.startsWith("9:")
                ? Optional.of(new Checksum(ALGORITHM, stored.strip()))
                : Optional.empty();
    }

    /**
     * The migration that a row names. Which folder Liquibase was started in decides how it spells a path: the end of it must do. An earlier
     * Liquibase may have spelled that of the file where a later one takes the path that an include or the changelog above gives.
     */
    private MigrationId named(ChangeSetId row) {
        return Optional.ofNullable(byKey.get(row.key())).orElseGet(() -> {
            List<ChangeSetId> alike = byName.getOrDefault(name(row), List.of()).stream()
                    .filter(known -> known.isMeantBy(row))
                    .map(Known::id)
                    .distinct()
                    .toList();
            return Optional.of(alike)
                    .filter(found -> found.size() == 1)
                    .map(found -> byKey.get(found.getFirst().key()))
                    .orElseGet(row::asMigration);
        });
    }

    private static String name(ChangeSetId changeSet) {
        ChangeSetId key = changeSet.key();
        return key.id() + "::" + key.author();
    }

    private static Optional<Known> known(Migration migration) {
        String[] parts = migration.id().value().split("::", 3);
        return parts.length == 3
                ? Optional.of(new Known(
                        new ChangeSetId(parts[0], parts[1], parts[2]),
                        new ChangeSetId(migration.at().path().value(), parts[1], parts[2])))
                : Optional.empty();
    }
}
