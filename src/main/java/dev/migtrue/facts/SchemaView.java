package dev.migtrue.facts;

import dev.migtrue.language.schema.Deviation;
import dev.migtrue.language.schema.Expected;
import java.util.List;

/**
 * The schema of one database, and how it compares with the one that the migrations build which were run there.
 *
 * @param deviations how they differ; empty where they are the same, or were not compared
 * @param uncompared what cannot be told of them
 * @param spared what was left out because somebody else looks after it
 */
public record SchemaView(
        LiveSchema live,
        Expected expected,
        List<Deviation> deviations,
        List<Uncompared> uncompared,
        List<Spared> spared) {

    public SchemaView {
        deviations = List.copyOf(deviations);
        uncompared = List.copyOf(uncompared);
        spared = List.copyOf(spared);
    }

    /** Both, compared as far as they are known. */
    public static SchemaView of(LiveSchema live, Expected expected, List<Exemption> exemptions) {
        return new SchemaComparison(live, expected, exemptions).view();
    }

    /** Whether anything could be compared. */
    public boolean isCompared() {
        return live instanceof LiveSchema.Read && expected instanceof Expected.Known;
    }
}
