package dev.migtrue.report.draft;

import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What drafts say where they have no statement. */
final class Words {

    private Words() {}

    static Step.ByHand made(SchemaObject object) {
        return new Step.ByHand("make by hand what is there: " + object.text());
    }

    static Step.ByHand changed(Difference.Changed change, List<String> suggested) {
        return new Step.ByHand(
                "change by hand: %s of %s is %s there, and %s by the migrations"
                        .formatted(
                                change.property(), change.object(), value(change.actual()), value(change.expected())),
                suggested);
    }

    private static String value(Optional<String> value) {
        return value.map(text -> "'" + text + "'").orElse("not set");
    }

    /** The properties of an object that its statement does not say; absent where it says all. */
    static Optional<Step> unsaid(SchemaObject object, Set<String> said, Map<String, String> usual) {
        String rest = object.properties().entrySet().stream()
                .filter(property -> !said.contains(property.getKey()))
                .filter(property -> !property.getValue().equals(usual.get(property.getKey())))
                .map(property -> property.getKey() + ": " + property.getValue())
                .collect(Collectors.joining("; "));
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step.ByHand("say by hand what else is so of " + object.id() + ": " + rest));
    }
}
