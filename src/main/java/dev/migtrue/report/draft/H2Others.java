package dev.migtrue.report.draft;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import java.util.function.Function;

/** The statements of H2 that make what stands beside tables. */
final class H2Others {

    private static final Quotes NAME = H2Tables.NAME;

    private H2Others() {}

    static Step schema(SchemaObject schema) {
        return new Step.Guarded("CREATE SCHEMA IF NOT EXISTS " + NAME.of(schema.id()));
    }

    /** Where several checks stand in one line of the catalogue, it does not tell where one ends. */
    static Step domain(SchemaObject domain) {
        return domain.properties().getOrDefault("checks", "").contains(", ")
                ? Words.made(domain)
                : new Step.Guarded(new Phrase(domain, "CREATE DOMAIN IF NOT EXISTS " + NAME.of(domain.id()) + " AS")
                        .with("type", H2Tables::type)
                        .with("default", "DEFAULT")
                        .with("on update", "ON UPDATE")
                        .with("checks", check -> "CHECK (" + check + ")")
                        .toString());
    }

    static Step sequence(SchemaObject sequence) {
        return new Step.Guarded(new Phrase(sequence, "CREATE SEQUENCE IF NOT EXISTS " + NAME.of(sequence.id()) + " AS")
                .with("counts", H2Tables::counting)
                .toString());
    }

    static Step view(SchemaObject view) {
        boolean isTold = view.id().kind() == ObjectKind.VIEW && !view.unknown().contains("definition");
        return isTold
                ? new Step.Guarded(new Phrase(view, "CREATE OR REPLACE VIEW " + NAME.of(view.id()))
                        .with("definition", text -> "AS\n" + text)
                        .toString())
                : Words.made(view);
    }

    static Step routine(SchemaObject routine) {
        boolean isTold = routine.unknown().isEmpty() && routine.id().kind() != ObjectKind.AGGREGATE;
        return isTold
                ? new Step.Guarded(new Phrase(routine, "CREATE ALIAS IF NOT EXISTS " + alias(routine.id()))
                        .where("deterministic", "yes", "DETERMINISTIC")
                        .with("calls", method -> "FOR " + SqlName.text(method))
                        .with("body", body -> "AS " + SqlName.text(body))
                        .toString())
                : Words.made(routine);
    }

    /** A name without the types that it takes. */
    static String alias(ObjectId routine) {
        return NAME.in(routine.schema(), routine.name().replaceFirst("\\(.*", ""));
    }

    static Step trigger(SchemaObject trigger) {
        ObjectId id = trigger.id();
        return trigger.unknown().contains("calls")
                ? Words.made(trigger)
                : new Step.Guarded(
                        new Phrase(trigger, "CREATE TRIGGER IF NOT EXISTS " + NAME.in(id.schema(), id.name()))
                                .with("timing", "")
                                .with("event", "")
                                .then("ON " + NAME.table(id))
                                .with("for each", "FOR EACH")
                                .with("queue", "QUEUE")
                                .where("waits", "no", "NOWAIT")
                                .with("calls", name -> "CALL " + SqlName.text(name))
                                .toString());
    }

    static Step constant(SchemaObject constant) {
        return new Step.Guarded(new Phrase(constant, "CREATE CONSTANT IF NOT EXISTS " + NAME.of(constant.id()))
                .with("is", "VALUE")
                .toString());
    }

    static Step synonym(SchemaObject synonym) {
        return new Step.Guarded(new Phrase(synonym, "CREATE OR REPLACE SYNONYM " + NAME.of(synonym.id()))
                .with("for", target -> "FOR " + NAME.dotted(target))
                .toString());
    }

    static Function<SchemaObject, String> dropped(String kind) {
        return object -> "DROP " + kind + " IF EXISTS "
                + NAME.in(object.id().schema(), object.id().name());
    }
}
