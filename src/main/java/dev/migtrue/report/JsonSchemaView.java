package dev.migtrue.report;

import static dev.migtrue.report.Json.array;
import static dev.migtrue.report.Json.member;
import static dev.migtrue.report.Json.object;

import dev.migtrue.facts.LiveSchema;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.language.schema.Expected;
import dev.migtrue.language.schema.ObjectId;
import java.util.Locale;
import java.util.Optional;

/** The part of a JSON report that tells how far the schema of a database was compared. */
final class JsonSchemaView {

    private JsonSchemaView() {}

    static Json of(SchemaView view) {
        Optional<Expected.Known> known =
                view.expected() instanceof Expected.Known found ? Optional.of(found) : Optional.empty();
        return object(
                member("state", state(view)),
                member("reason", Json.of(view.obstacle())),
                member("road", Json.of(known.map(found -> found.road().name().toLowerCase(Locale.ROOT)))),
                member("expected", Json.of(known.map(Expected.Known::how))),
                member("objects", view.live() instanceof LiveSchema.Read read ? read.schema().objects().size() : 0),
                member("differences", view.deviations().size()),
                member(
                        "tried",
                        array(view.expected().attempts().stream()
                                .map(attempt -> object(
                                        member("road", attempt.road().name().toLowerCase(Locale.ROOT)),
                                        member("reason", attempt.reason())))
                                .toList())),
                member(
                        "notCompared",
                        array(view.uncompared().stream()
                                .map(part -> object(member("what", part.what()), member("reason", part.reason())))
                                .toList())),
                member(
                        "leftOut",
                        array(view.spared().stream()
                                .map(spared -> object(
                                        member(
                                                "objects",
                                                Json.texts(spared.objects().stream()
                                                        .map(ObjectId::toString)
                                                        .toList())),
                                        member("reason", spared.reason())))
                                .toList())));
    }

    private static String state(SchemaView view) {
        if (view.isCompared()) {
            return "compared";
        }
        return view.live() instanceof LiveSchema.Read ? "not-compared" : "not-read";
    }
}
