package dev.migtrue.report.draft;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.SchemaObject;
import java.util.Locale;
import java.util.function.Function;

/** The statements of MariaDB that make what stands beside tables. */
final class MariaDbOthers {

    private static final Quotes NAME = MariaDbTables.NAME;

    private MariaDbOthers() {}

    static Step sequence(SchemaObject sequence) {
        return new Step.Guarded(new Phrase(sequence, "CREATE SEQUENCE IF NOT EXISTS " + NAME.of(sequence.id()))
                .with("counts", MariaDbOthers::counting)
                .toString());
    }

    /** How a sequence counts, as statements say it. */
    static String counting(String counts) {
        return counts.replace("minimum", "minvalue").replace("maximum", "maxvalue");
    }

    static Step view(SchemaObject view) {
        return new Step.Guarded(new Phrase(view, "CREATE OR REPLACE")
                .with("security", "SQL SECURITY")
                .then("VIEW " + NAME.of(view.id()))
                .with("definition", text -> "AS\n" + text)
                .with("check option", option -> "WITH " + option + " CHECK OPTION")
                .toString());
    }

    static Step routine(SchemaObject routine) {
        ObjectId id = routine.id();
        return new Step.Guarded(new Phrase(
                        routine,
                        "CREATE OR REPLACE " + id.kind().name() + " " + NAME.of(id) + "("
                                + routine.properties().getOrDefault("parameters", "") + ")")
                .with("returns", "RETURNS")
                .where("deterministic", "yes", "DETERMINISTIC")
                .with("data access", "")
                .with("security", "SQL SECURITY")
                .with("comment", comment -> "COMMENT " + MariaDbTables.text(comment))
                .with("body", body -> "\n" + body)
                .toString());
    }

    static Step trigger(SchemaObject trigger) {
        return new Step.Guarded(new Phrase(
                        trigger,
                        "CREATE OR REPLACE TRIGGER " + NAME.of(trigger.id().name()))
                .with("timing", "")
                .with("event", "")
                .then("ON " + NAME.table(trigger.id()) + " FOR EACH ROW")
                .with("body", "")
                .toString());
    }

    /** When one happens that happens once, the catalogue does not tell. */
    static Step event(SchemaObject event) {
        return event.properties().getOrDefault("schedule", "").equals("once")
                ? Words.made(event)
                : new Step.Guarded(new Phrase(event, "CREATE OR REPLACE EVENT " + NAME.of(event.id()))
                        .with("schedule", "ON SCHEDULE")
                        .with("on completion", "ON COMPLETION")
                        .with("enabled", value -> value.equals("no") ? "DISABLE" : "ENABLE")
                        .with("comment", comment -> "COMMENT " + MariaDbTables.text(comment))
                        .with("body", "DO")
                        .toString());
    }

    static Function<SchemaObject, String> dropped(String start) {
        return object -> start.toUpperCase(Locale.ROOT) + " IF EXISTS "
                + NAME.of(object.id().name());
    }
}
