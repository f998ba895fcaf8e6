package dev.migtrue.report;

import dev.migtrue.facts.LiveSchema;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.facts.Spared;
import dev.migtrue.language.schema.Expected;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.model.DatabaseName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How far the schema of a database was compared, in words. */
final class SchemaCoverage {

    /** More objects than these are only counted. */
    private static final int NAMED = 3;

    private SchemaCoverage() {}

    /** A line for what was compared, and one for each reason to leave something out; none where the schema was not read. */
    static List<String> of(DatabaseName name, SchemaView view) {
        List<String> lines = new ArrayList<>();
        if (view.live() instanceof LiveSchema.Read read && view.expected() instanceof Expected.Known known) {
            lines.add("schema of database %s: %s, compared with %s: %s"
                    .formatted(
                            name,
                            Quantity.of(read.schema().objects().size(), "object"),
                            known.road().words(),
                            known.how()));
            known.attempts()
                    .forEach(attempt -> lines.add(
                            "  not with " + attempt.road().words() + ": " + attempt.reason()));
            view.spared().forEach(spared -> lines.add("  without " + words(spared)));
        }
        return lines;
    }

    private static String words(Spared spared) {
        String named = spared.objects().stream()
                .limit(NAMED)
                .map(ObjectId::toString)
                .collect(Collectors.joining(", "));
        int more = spared.objects().size() - NAMED;
        return named + (more > 0 ? " and " + more + " more" : "") + ": " + spared.reason();
    }
}
