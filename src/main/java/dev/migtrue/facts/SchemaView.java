package dev.migtrue.facts;

import dev.migtrue.language.schema.Deviation;
import dev.migtrue.language.schema.Expected;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.Road;
import dev.migtrue.language.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The schema of one database, and how it compares with the one that the migrations build which were run there.
 *
 * @param deviations how they differ; empty where they are the same, or were not compared
 * @param uncompared what cannot be told of them
 * @param spared what was left out because somebody else looks after it
 * @param orphans the migrations that were run there and have no file: what they made is not expected
 * @param effects which migration made what
 */
public record SchemaView(
        LiveSchema live,
        Expected expected,
        List<Deviation> deviations,
        List<Uncompared> uncompared,
        List<Spared> spared,
        List<Orphan> orphans,
        Effects effects) {

    public SchemaView {
        deviations = List.copyOf(deviations);
        uncompared = List.copyOf(uncompared);
        spared = List.copyOf(spared);
        orphans = List.copyOf(orphans);
    }

    /** Both, compared as far as they are known. */
    public static SchemaView of(LiveSchema live, Expected expected, List<Exemption> exemptions) {
        return new SchemaComparison(live, expected, exemptions).view();
    }

    /** The same, of a database where these were run too. */
    public SchemaView with(List<Orphan> unexplained) {
        return new SchemaView(live, expected, deviations, uncompared, spared, unexplained, effects);
    }

    /** The same, where it is known what made what; what others look after is left out. */
    public SchemaView with(Effects found) {
        Set<ObjectId> others = others();
        return new SchemaView(
                live,
                expected,
                deviations,
                uncompared,
                spared,
                orphans,
                found.without(id -> others.contains(id) || id.holders().stream().anyMatch(others::contains)));
    }

    private Set<ObjectId> others() {
        return spared.stream().flatMap(each -> each.objects().stream()).collect(Collectors.toSet());
    }

    /** Why nothing could be compared; absent where something was. */
    public Optional<String> obstacle() {
        return isCompared()
                ? Optional.empty()
                : uncompared.stream().map(Uncompared::reason).findFirst();
    }

    /** What the database is made of without what others look after; absent where it was not read. */
    public Optional<Schema> own() {
        if (!(live instanceof LiveSchema.Read read)) {
            return Optional.empty();
        }
        Set<ObjectId> others =
                spared.stream().flatMap(each -> each.objects().stream()).collect(Collectors.toSet());
        return Optional.of(read.schema()
                .where(object -> !others.contains(object.id())
                        && object.id().holders().stream().noneMatch(others::contains)));
    }

    /** Whether the whole schema is as expected, so that nobody need know which migration made what. */
    public boolean isSettled() {
        return isWhole() && deviations.isEmpty();
    }

    /** Whether the expected schema is known from more than the texts of migrations: then what is missing is a deviation. */
    public boolean isWhole() {
        return expected instanceof Expected.Known known && known.road() != Road.SYMBOLIC;
    }

    /** Whether anything could be compared. */
    public boolean isCompared() {
        return live instanceof LiveSchema.Read && expected instanceof Expected.Known;
    }
}
