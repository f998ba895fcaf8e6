package dev.migtrue.report.draft;

import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What drafts say where they have no statement. */
final class Words {

    private Words() {}

    static Step.ByHand made(SchemaObject object) {
        return new Step.ByHand("make by hand what is there: " + object.text());
    }

    /** A table with its columns. */
    static Step.ByHand made(SchemaObject table, List<SchemaObject> columns) {
        return new Step.ByHand(Stream.concat(Stream.of(table), columns.stream())
                .map(SchemaObject::text)
                .collect(Collectors.joining("\n", "make by hand what is there: ", "")));
    }

    static Step.ByHand changed(Difference.Changed change, List<String> suggested) {
        return new Step.ByHand(
                "change by hand: %s of %s is %s there, and %s by the migrations"
                        .formatted(
                                change.property(), change.object(), value(change.actual()), value(change.expected())),
                suggested);
    }

    /** What loses something of what is stored, or may. */
    static Step.ByHand lossy(Difference.Changed change, List<String> suggested) {
        Step.ByHand changed = changed(change, suggested);
        return new Step.ByHand("WARNING: this may lose data. " + changed.what(), suggested);
    }

    private static String value(Optional<String> value) {
        return value.map(text -> "'" + text + "'").orElse("not set");
    }

    /** The properties of an object that no statement says; absent where all are said. */
    static Optional<Step> unsaid(SchemaObject object, Predicate<String> isSaid) {
        String rest = object.properties().entrySet().stream()
                .filter(property -> !isSaid.test(property.getKey()))
                .map(property -> property.getKey() + ": " + property.getValue())
                .collect(Collectors.joining("; "));
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step.ByHand("say by hand what else is so of " + object.id() + ": " + rest));
    }
}
