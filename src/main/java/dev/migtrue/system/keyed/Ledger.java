package dev.migtrue.system.keyed;

import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.History;
import dev.migtrue.model.Location;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.Row;
import dev.migtrue.model.VersionTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The version table of one tool, and what its rows mean. */
sealed interface Ledger {

    /** The table in which it is kept, unless the project says otherwise. */
    VersionTable table();

    /** What rows say was run, in their order, each migration once. */
    List<AppliedMigration> read(List<Row> rows, String tableName, FileNames names, History widest);

    /**
     * A row for each migration that is applied.
     *
     * @param key the column of its key
     * @param success the column that is false where it failed; absent where the tool keeps no row of a failure
     * @param time the column of the time when it was applied; absent where the tool keeps none
     */
    record RowEach(VersionTable table, String key, Optional<String> success, Optional<String> time) implements Ledger {

        @Override
        public List<AppliedMigration> read(List<Row> rows, String tableName, FileNames names, History widest) {
            SequencedMap<MigrationId, AppliedMigration> applied = new LinkedHashMap<>();
            for (Row row : rows) {
                row.get(key)
                        .flatMap(names::id)
                        .ifPresent(id -> applied.putIfAbsent(
                                id, recorded(id, outcome(row), time.flatMap(row::get), tableName, row, key)));
            }
            return List.copyOf(applied.values());
        }

        private Outcome outcome(Row row) {
            return success.filter(column -> row.get(column).isPresent() && !row.isTrue(column))
                            .isPresent()
                    ? Outcome.FAILED
                    : Outcome.SUCCEEDED;
        }
    }

    /**
     * A log: of the rows of a migration the last one tells whether it is applied.
     *
     * @param flag the column that tells
     */
    record LastRow(VersionTable table, String key, String flag, Optional<String> time) implements Ledger {

        /** The row that the tool writes when it makes the table. */
        private static final MigrationId BEFORE_THE_FIRST = new MigrationId("0");

        @Override
        public List<AppliedMigration> read(List<Row> rows, String tableName, FileNames names, History widest) {
            SequencedMap<MigrationId, AppliedMigration> applied = new LinkedHashMap<>();
            for (Row row : rows) {
                row.get(key)
                        .flatMap(names::id)
                        .filter(id -> !id.equals(BEFORE_THE_FIRST))
                        .ifPresent(id -> {
                            applied.remove(id);
                            if (row.isTrue(flag)) {
                                applied.put(
                                        id,
                                        recorded(id, Outcome.SUCCEEDED, time.flatMap(row::get), tableName, row, key));
                            }
                        });
            }
            return List.copyOf(applied.values());
        }
    }

    /**
     * The last row names the newest migration applied; all that come before it are taken for applied.
     *
     * @param dirty the column that is true while a migration runs, and stays so when it fails; absent where the tool keeps none
     */
    record Pointer(VersionTable table, String key, Optional<String> dirty) implements Ledger {

        @Override
        public List<AppliedMigration> read(List<Row> rows, String tableName, FileNames names, History widest) {
            if (rows.isEmpty()) {
                return List.of();
            }
            Row row = rows.getLast();
            return row.get(key)
                    .flatMap(names::id)
                    .map(id -> upTo(id, row, tableName, names, widest))
                    .orElse(List.of());
        }

        private List<AppliedMigration> upTo(
                MigrationId id, Row row, String tableName, FileNames names, History widest) {
            Location.InVersionTable at =
                    new Location.InVersionTable(tableName, row.get(key).orElseThrow());
            List<AppliedMigration> applied = new ArrayList<>();
            LinkedHashSet<MigrationId> earlier = new LinkedHashSet<>();
            widest.migrations().stream()
                    .map(Migration::id)
                    .filter(other -> names.isBefore(other, id))
                    .forEach(earlier::add);
            earlier.forEach(other -> applied.add(new AppliedMigration(
                    other,
                    Evidence.IMPLIED,
                    Outcome.SUCCEEDED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    at)));
            Outcome outcome = dirty.filter(row::isTrue).isPresent() ? Outcome.FAILED : Outcome.SUCCEEDED;
            applied.add(recorded(id, outcome, Optional.empty(), tableName, row, key));
            return applied;
        }
    }

    /**
     * A row for each attempt to run a migration: one that was taken for undone does not count, one that did not come to its end keeps the tool from
     * going on.
     *
     * @param finished the column of the time when it came to its end; empty while it did not
     * @param undone the column of the time when somebody said that it may be run again; empty where nobody did
     * @param checksum the column of the checksum of its file
     * @param kind of that checksum
     */
    record Attempts(VersionTable table, String key, String finished, String undone, String checksum, FileChecksum kind)
            implements Ledger {

        @Override
        public List<AppliedMigration> read(List<Row> rows, String tableName, FileNames names, History widest) {
            SequencedMap<MigrationId, AppliedMigration> applied = new LinkedHashMap<>();
            for (Row row : rows) {
                if (row.get(undone).isEmpty()) {
                    row.get(key)
                            .flatMap(names::id)
                            .ifPresent(id -> applied.merge(id, attempt(id, row, tableName), Attempts::worse));
                }
            }
            return List.copyOf(applied.values());
        }

        private AppliedMigration attempt(MigrationId id, Row row, String tableName) {
            return new AppliedMigration(
                    id,
                    Evidence.RECORDED,
                    row.get(finished).isPresent() ? Outcome.SUCCEEDED : Outcome.FAILED,
                    row.get(checksum).map(kind::stored),
                    row.get(finished),
                    Optional.empty(),
                    new Location.InVersionTable(tableName, row.get(key).orElse(id.value())));
        }

        private static AppliedMigration worse(AppliedMigration first, AppliedMigration second) {
            return first.outcome() == Outcome.FAILED ? first : second;
        }
    }

    private static AppliedMigration recorded(
            MigrationId id, Outcome outcome, Optional<String> time, String tableName, Row row, String key) {
        return new AppliedMigration(
                id,
                Evidence.RECORDED,
                outcome,
                Optional.empty(),
                time,
                Optional.empty(),
                new Location.InVersionTable(tableName, row.get(key).orElse(id.value())));
    }
}
