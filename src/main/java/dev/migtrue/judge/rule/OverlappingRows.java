package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Finding;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports rows of a version table of heads that name what lies behind another row. */
public final class OverlappingRows implements Rule {

    private static final RuleId ID = new RuleId("overlapping-rows");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.known().entrySet().stream()
                .flatMap(table -> check(table.getKey(), table.getValue()))
                .toList();
    }

    private static Stream<Finding> check(DatabaseName database, Applied.Known table) {
        Map<MigrationId, List<Applied.Overlap>> overlaps =
                table.overlaps().stream().collect(Collectors.groupingBy(Applied.Overlap::behind));
        return table.migrations().stream()
                .filter(row -> overlaps.containsKey(row.id()))
                .map(row -> finding(row, overlaps.getOrDefault(row.id(), List.of()), database, table));
    }

    private static Finding finding(
            AppliedMigration row, List<Applied.Overlap> overlaps, DatabaseName database, Applied.Known table) {
        List<MigrationId> ahead = overlaps.stream().map(Applied.Overlap::ahead).toList();
        List<Related> others = table.migrations().stream()
                .filter(other -> ahead.contains(other.id()))
                .map(other -> new Related("the row that lies ahead of it", other.at()))
                .toList();
        return Finding.about(
                        ID,
                        row.id(),
                        row.at(),
                        "table %s of %s has a row for %s, which lies behind its row for %s"
                                .formatted(
                                        table.table(),
                                        Phrases.databases(List.of(database)),
                                        row.id(),
                                        Phrases.list(ahead)),
                        "make sure that all behind %s was run there, then delete the row for %s: until then the tool refuses to upgrade"
                                .formatted(Phrases.list(ahead), row.id()))
                .withRelated(others);
    }
}
