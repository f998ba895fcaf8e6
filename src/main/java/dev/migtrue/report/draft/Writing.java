package dev.migtrue.report.draft;

import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What becomes of objects in the words of a scribe, with a remark on all that it has no words for. */
record Writing(Scribe scribe) {

    /** What makes an object with its parts, which are those that are made with their table. */
    List<Step> made(SchemaObject object, List<SchemaObject> parts) {
        Optional<Wording> wording = wording(object);
        Step first = wording.map(row -> row.made().apply(object, parts)).orElseGet(() -> Words.made(object));
        if (first instanceof Step.ByHand) {
            return List.of(first);
        }
        List<Step> steps = new ArrayList<>(List.of(first));
        Stream.concat(Stream.of(object), parts.stream()).forEach(each -> {
            scribe.comment(each).ifPresent(steps::add);
            Words.unsaid(each, property -> isSaid(each, property)).ifPresent(steps::add);
        });
        return steps;
    }

    private boolean isSaid(SchemaObject object, String property) {
        return wording(object).map(Wording::said).orElse(Set.of()).contains(property)
                || scribe.isUsual(object, property)
                || (property.equals("comment") && scribe.comment(object).isPresent());
    }

    private Optional<Wording> wording(SchemaObject object) {
        return Optional.ofNullable(scribe.wordings().get(object.id().kind()));
    }

    /** What is to be said of an object when all others are made. */
    List<Step> settled(SchemaObject object) {
        return scribe.settled(object);
    }

    /** The kinds of objects that are made with their table, in its own statement. */
    Set<ObjectKind> inTables() {
        return scribe.inTables();
    }

    /** What drops an object; nothing where nothing plain does. */
    List<String> dropped(SchemaObject object) {
        return wording(object).map(row -> row.dropped().apply(object)).orElse(List.of());
    }

    /**
     * What brings a property of an object to what is there.
     *
     * @param actual the object as it is there; absent where that is not known
     */
    Step changed(Difference.Changed change, Optional<SchemaObject> actual) {
        return scribe.altered(change, actual)
                .or(() -> actual.flatMap(object -> replaced(change, object)))
                .orElseGet(() -> Words.changed(
                        change, actual.map(object -> renewed(change, object)).orElse(List.of())));
    }

    private Optional<Step> replaced(Difference.Changed change, SchemaObject actual) {
        return wording(actual)
                .filter(row -> row.renewal() == Wording.Renewal.REPLACES)
                .filter(row -> isSaid(actual, change.property()))
                .map(row -> row.made().apply(actual, List.of()));
    }

    /** What a person may want to do: it is in nobody's way, and what it says is not lost. */
    private List<String> renewed(Difference.Changed change, SchemaObject actual) {
        return wording(actual)
                .filter(row -> row.renewal() == Wording.Renewal.AFTER_DROP)
                .filter(row -> row.said().contains(change.property()))
                .map(row -> Stream.concat(
                                row.dropped().apply(actual).stream(),
                                row.made().apply(actual, List.of()).sql().stream())
                        .toList())
                .orElse(List.of());
    }
}
