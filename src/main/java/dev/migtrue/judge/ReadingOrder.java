package dev.migtrue.judge;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.MigrationId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** The order in which people read what is found in a project. */
final class ReadingOrder {

    private ReadingOrder() {}

    /** Migrations in execution order, as names alone would put 10 before 9; what is about none comes last. */
    static Comparator<ReportItem> of(Facts facts) {
        Map<MigrationId, Integer> positions = new HashMap<>();
        facts.presences().forEach(presence -> positions.put(presence.id(), positions.size()));
        facts.circumstances()
                .reviews()
                .forEach(review -> positions.putIfAbsent(review.migration().id(), positions.size()));
        return Comparator.comparing((ReportItem item) -> item.finding()
                        .migration()
                        .map(id -> positions.getOrDefault(id, positions.size()))
                        .orElse(positions.size()))
                .thenComparing(item -> path(item.finding()))
                .thenComparing(item -> line(item.finding()))
                .thenComparing(item -> item.finding().rule())
                .thenComparing(item -> item.finding().message());
    }

    private static String path(Finding finding) {
        return switch (finding.at()) {
            case Location.InFile file -> file.at().path().value();
            case Location.InVersionTable row -> row.table();
            case Location.InSchema schema -> schema.object();
            case Location.WholeRepository whole -> "";
        };
    }

    private static int line(Finding finding) {
        return finding.at() instanceof Location.InFile file ? file.at().span().startLine() : 0;
    }
}
