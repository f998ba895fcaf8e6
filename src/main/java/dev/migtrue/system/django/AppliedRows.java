package dev.migtrue.system.django;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** What the rows of {@code django_migrations} mean: each is a migration that was applied; undoing one deletes its row. */
final class AppliedRows {

    private static final String APP = "app";
    private static final String NAME = "name";
    private static final String APPLIED = "applied";

    /** No setting gives it another name. */
    static final VersionTable TABLE = VersionTable.of("django_migrations", "id", APP, NAME, APPLIED);

    private final String table;
    private final SequencedMap<MigrationId, AppliedMigration> recorded = new LinkedHashMap<>();
    private boolean isWhole = true;

    /** @param labels the apps of the project: rows of others are written by packages that are installed from elsewhere */
    AppliedRows(String table, List<Row> rows, Set<String> labels) {
        this.table = table;
        for (Row row : rows) {
            Optional<String> app = row.get(APP).filter(text -> !text.isBlank());
            Optional<String> name = row.get(NAME).filter(text -> !text.isBlank());
            isWhole &= app.isPresent() && name.isPresent();
            app.filter(labels::contains)
                    .flatMap(label -> name.map(text -> App.id(label, text)))
                    // The table has no unique key: running twice at once leaves two rows.
                    .ifPresent(id -> recorded.putIfAbsent(id, applied(id, Evidence.RECORDED, id, row.get(APPLIED))));
        }
    }

    /**
     * @param widest tells which migrations are squashed ones: such a one counts as applied as soon as all that it stands for is; its own row
     *     is only written when Django runs next
     */
    Applied.Known known(History widest) {
        SequencedMap<MigrationId, MigrationId> implied = implied(widest);
        List<AppliedMigration> applied = new ArrayList<>();
        recorded.forEach((id, row) -> {
            implied.forEach((squash, by) -> {
                if (by.equals(id)) {
                    applied.add(applied(squash, Evidence.IMPLIED, id, Optional.empty()));
                }
            });
            applied.add(row);
        });
        return new Applied.Known(table, applied, isWhole ? Applied.Reach.WHOLE : Applied.Reach.PARTIAL);
    }

    /**
     * Squashed migrations without a row of which all is applied, each with the last of these rows. What one stands for may be squashed itself; Django
     * counts such ones reliably since 6.0.
     */
    private SequencedMap<MigrationId, MigrationId> implied(History widest) {
        SequencedMap<MigrationId, MigrationId> implied = new LinkedHashMap<>();
        int before;
        do {
            before = implied.size();
            for (Migration squash : widest.migrations()) {
                List<MigrationId> parts = squash.replaced().ids();
                boolean isDone = !parts.isEmpty()
                        && parts.stream().allMatch(id -> recorded.containsKey(id) || implied.containsKey(id));
                if (isDone && !recorded.containsKey(squash.id())) {
                    MigrationId last = parts.getLast();
                    implied.putIfAbsent(squash.id(), implied.getOrDefault(last, last));
                }
            }
        } while (implied.size() > before);
        return implied;
    }

    private AppliedMigration applied(MigrationId id, Evidence evidence, MigrationId row, Optional<String> at) {
        return new AppliedMigration(
                id,
                evidence,
                Outcome.SUCCEEDED,
                Optional.<Checksum>empty(),
                at,
                Optional.empty(),
                new Location.InVersionTable(table, row.value()));
    }
}
