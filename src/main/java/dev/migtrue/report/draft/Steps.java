package dev.migtrue.report.draft;

import dev.migtrue.facts.LiveSchema;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What brings the schema that migrations build to what is there: first what is made, then what changes, last what a person may drop. */
final class Steps {

    private final SchemaView view;
    private final Writing writing;

    Steps(SchemaView view, Scribe scribe) {
        this.view = view;
        this.writing = new Writing(scribe);
    }

    List<Step> all() {
        List<Difference> differences = view.deviations().stream()
                .flatMap(deviation -> Stream.concat(Stream.of(deviation.cause()), deviation.consequences().stream()))
                .toList();
        List<SchemaObject> objects = unexpected(differences);
        Predicate<ObjectId> isEarly = id -> id.kind().compareTo(ObjectKind.COLUMN) <= 0;
        // What is over columns may want them as they are there, and keeps them from being changed.
        List<Step> steps = new ArrayList<>(made(objects, isEarly));
        steps.addAll(altered(differences, isEarly));
        steps.addAll(made(objects, isEarly.negate()));
        objects.forEach(object -> steps.addAll(writing.settled(object)));
        steps.addAll(altered(differences, isEarly.negate()));
        return steps.stream().distinct().toList();
    }

    private static List<SchemaObject> unexpected(List<Difference> differences) {
        return differences.stream()
                .flatMap(difference -> difference instanceof Difference.Unexpected unexpected
                        ? Stream.concat(Stream.of(unexpected.actual()), unexpected.parts().stream())
                        : Stream.empty())
                .distinct()
                .sorted(Comparator.comparing(SchemaObject::id))
                .toList();
    }

    private List<Step> made(List<SchemaObject> objects, Predicate<ObjectId> isTurn) {
        Set<ObjectId> tables = objects.stream()
                .map(SchemaObject::id)
                .filter(id -> id.kind() == ObjectKind.TABLE)
                .collect(Collectors.toSet());
        List<Step> steps = new ArrayList<>();
        objects.stream()
                .filter(object -> isTurn.test(object.id()))
                .filter(object ->
                        !isInTable(object) || object.id().holders().stream().noneMatch(tables::contains))
                .forEach(object -> steps.addAll(writing.made(object, parts(object, objects))));
        return steps;
    }

    private List<Step> altered(List<Difference> differences, Predicate<ObjectId> isTurn) {
        return differences.stream()
                .filter(difference -> isTurn.test(difference.object()))
                .flatMap(difference -> altered(difference).stream())
                .toList();
    }

    private boolean isInTable(SchemaObject object) {
        return writing.inTables().contains(object.id().kind());
    }

    private List<SchemaObject> parts(SchemaObject table, List<SchemaObject> objects) {
        return table.id().kind() != ObjectKind.TABLE
                ? List.of()
                : objects.stream()
                        .filter(this::isInTable)
                        .filter(object -> object.id().holders().contains(table.id()))
                        .toList();
    }

    private List<Step> altered(Difference difference) {
        return switch (difference) {
            case Difference.Unexpected unexpected -> List.of();
            case Difference.Changed changed -> List.of(writing.changed(changed, actual(changed.object())));
            case Difference.Renamed renamed ->
                List.of(new Step.ByHand("rename by hand, or say both: %s is called %s there"
                        .formatted(
                                renamed.expected().id(), renamed.actual().id().qualified())));
            case Difference.Missing missing ->
                List.of(new Step.ByHand(
                        "WARNING: this destroys. %s is not there, and the migrations make it; find out who dropped it before a"
                                        .formatted(missing.object())
                                + " migration drops it everywhere",
                        writing.dropped(missing.expected())));
        };
    }

    private Optional<SchemaObject> actual(ObjectId id) {
        return view.live() instanceof LiveSchema.Read read ? read.schema().find(id) : Optional.empty();
    }
}
