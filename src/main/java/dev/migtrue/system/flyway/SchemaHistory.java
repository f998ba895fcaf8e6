package dev.migtrue.system.flyway;

import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.History;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Location;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.Row;
import dev.migtrue.model.VersionTable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Flyway's version table: a log in which a later row may repeat an earlier one (a repeatable migration), take it back
 * (undo, repair) or stand for migrations without a row (baseline). What holds after the last row is what is applied.
 */
final class SchemaHistory {

    private final String table;
    private final Set<MigrationId> files;
    private final Optional<Version> last;
    private final SequencedMap<MigrationId, AppliedMigration> applied = new LinkedHashMap<>();
    /** Up to where nothing was run here; absent where all was. */
    private Optional<MigrationId> baseline = Optional.empty();

    private SchemaHistory(String table, History widest) {
        this.table = table;
        this.files =
                widest.migrations().stream().map(Migration::id).collect(Collectors.toCollection(LinkedHashSet::new));
        this.last = widest.migrations().stream()
                .flatMap(migration -> ScriptName.version(migration.id()).stream())
                .max(Comparator.naturalOrder());
    }

    /** The table of that name, wherever {@code schema} says. */
    static VersionTable named(Optional<String> schema, String name) {
        return new VersionTable(
                schema,
                name,
                List.of("installed_rank", "version", "description", "type", "script", "checksum", "success"),
                List.of("installed_by", "installed_on", "execution_time"),
                List.of("installed_rank"));
    }

    /**
     * What these rows say was run; {@code expendable} migrations whose files are gone are passed over, as Flyway does.
     */
    static Applied.Known read(String table, List<Row> rows, History widest, Set<Kind> expendable) {
        SchemaHistory history = new SchemaHistory(table, widest);
        rows.stream().filter(row -> !isMarker(row)).forEach(history::read);
        history.applied.keySet().removeIf(id -> history.isGone(id, expendable));
        return new Applied.Known(table, history.applied.values().stream().toList(), Applied.Reach.WHOLE)
                .from(history.baseline);
    }

    /** H2 gets a row of rank -1 that only says that Flyway made the table. */
    private static boolean isMarker(Row row) {
        return row.get("installed_rank").filter(rank -> rank.startsWith("-")).isPresent();
    }

    private void read(Row row) {
        switch (RowType.of(row.get("type").orElse(""))) {
            case SCHEMA -> {}
            case RUN -> record(id(row), row);
            case BASELINE_COMMAND -> {
                standFor(row);
                baseline = Optional.of(id(row));
            }
            case BASELINE_SCRIPT -> readBaseline(row);
            case TAKEN_BACK -> {
                if (row.isTrue("success")) {
                    applied.remove(id(row));
                }
            }
        }
    }

    /** Flyway does not miss the file of a baseline once it has run; nor do we. */
    private void readBaseline(Row row) {
        standFor(row);
        version(row)
                .map(version -> new ScriptName.Baseline(version, "").id())
                .filter(files::contains)
                .ifPresent(id -> record(id, row));
    }

    private void standFor(Row row) {
        version(row)
                .ifPresent(baseline -> files.stream()
                        .filter(id -> Version.parse(id.value())
                                .filter(version -> version.compareTo(baseline) <= 0)
                                .isPresent())
                        .forEach(id -> applied.putIfAbsent(id, implied(id, row))));
    }

    /**
     * Whether no file is left of what was applied, and later files are there: without one the database would be ahead
     * of them.
     */
    private boolean isGone(MigrationId id, Set<Kind> expendable) {
        return !files.contains(id)
                && Version.parse(id.value())
                        .map(version -> expendable.contains(Kind.VERSIONED)
                                && last.filter(file -> file.compareTo(version) > 0)
                                        .isPresent())
                        .orElseGet(() -> expendable.contains(Kind.REPEATABLE));
    }

    private AppliedMigration implied(MigrationId id, Row row) {
        return applied(id, Evidence.IMPLIED, Optional.empty(), row);
    }

    private void record(MigrationId id, Row row) {
        Optional<Checksum> checksum = row.get("checksum").map(FlywayChecksum::stored);
        applied.remove(id);
        applied.put(id, applied(id, Evidence.RECORDED, checksum, row));
    }

    private AppliedMigration applied(MigrationId id, Evidence evidence, Optional<Checksum> checksum, Row row) {
        return new AppliedMigration(
                id,
                evidence,
                row.isTrue("success") ? Outcome.SUCCEEDED : Outcome.FAILED,
                checksum,
                row.get("installed_on"),
                row.get("installed_by").filter(user -> !user.isBlank()),
                evidence == Evidence.RECORDED ? row.get("script") : Optional.empty(),
                new Location.InVersionTable(table, row.get("version").orElseGet(() -> description(row))));
    }

    private static MigrationId id(Row row) {
        return row.get("version")
                .filter(version -> !version.isBlank())
                .map(version -> new MigrationId(
                        Version.parse(version).map(Version::toString).orElse(version)))
                .orElseGet(() -> new ScriptName.Repeatable(description(row)).id());
    }

    private static Optional<Version> version(Row row) {
        return row.get("version").flatMap(Version::parse);
    }

    private static String description(Row row) {
        return row.get("description").orElse("");
    }
}
