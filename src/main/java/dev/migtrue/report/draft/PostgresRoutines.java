package dev.migtrue.report.draft;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The statements of PostgreSQL that make functions, and what calls them or stands between a statement and its table. */
final class PostgresRoutines {

    /** How a body begins that the server read as it was written, and keeps without quotes. */
    private static final Pattern READ_BODY = Pattern.compile("\\s*(?:BEGIN ATOMIC|RETURN)\\b.*", Pattern.DOTALL);

    private PostgresRoutines() {}

    static Step routine(SchemaObject routine) {
        ObjectId id = routine.id();
        Map<String, String> properties = routine.properties();
        boolean isRead = "sql".equals(properties.get("language"))
                && READ_BODY.matcher(properties.getOrDefault("body", "")).matches();
        return new Step.Guarded(new Phrase(
                        routine,
                        "CREATE OR REPLACE " + (id.kind() == ObjectKind.PROCEDURE ? "PROCEDURE " : "FUNCTION ")
                                + SqlName.in(id.schema(), bare(id)) + "("
                                + properties.getOrDefault("arguments", "") + ")")
                .with("returns", "RETURNS")
                .with("language", name -> "LANGUAGE " + SqlName.of(name))
                .with("volatility", value -> id.kind() == ObjectKind.PROCEDURE ? "" : value.toUpperCase(Locale.ROOT))
                .where("window", "yes", "WINDOW")
                .where("strict", "yes", "STRICT")
                .where("leakproof", "yes", "LEAKPROOF")
                .where("security", "definer", "SECURITY DEFINER")
                .with("parallel", "PARALLEL")
                .with("cost", cost -> id.kind() == ObjectKind.PROCEDURE ? "" : "COST " + cost)
                .with("rows", "ROWS")
                .with("body", body -> isRead ? body : "AS " + PostgresGuard.inDollars(body))
                .toString());
    }

    /** A name without the types that it takes. */
    static String bare(ObjectId routine) {
        String name = routine.name();
        int types = name.indexOf('(');
        return types < 0 ? name : name.substring(0, types);
    }

    /** A routine with the types that tell it from others of its name. */
    static String withTypes(ObjectId routine) {
        return SqlName.in(routine.schema(), bare(routine))
                + routine.name().substring(bare(routine).length());
    }

    static Step trigger(SchemaObject trigger) {
        String columns = trigger.properties().getOrDefault("columns", "");
        boolean isConstraint = trigger.properties().containsKey("deferrable constraint");
        Phrase phrase = new Phrase(
                        trigger,
                        (isConstraint ? "CREATE CONSTRAINT TRIGGER " : "CREATE TRIGGER ")
                                + SqlName.of(trigger.id().name()))
                .with("timing", "")
                .with(
                        "events",
                        events -> events.replace(", ", " OR ")
                                .replace("update", columns.isEmpty() ? "update" : "update OF " + columns))
                .then("ON " + SqlName.table(trigger.id()))
                .with("deferrable constraint", value -> value.equals("no") ? "" : "DEFERRABLE " + value);
        if (trigger.properties().containsKey("old table")
                || trigger.properties().containsKey("new table")) {
            phrase.then("REFERENCING")
                    .with("old table", name -> "OLD TABLE AS " + SqlName.of(name))
                    .with("new table", name -> "NEW TABLE AS " + SqlName.of(name));
        }
        return PostgresGuard.unlessPart(
                trigger.id(),
                "pg_trigger",
                "tgrelid",
                "tgname",
                phrase.with("for each", "FOR EACH")
                        .with("condition", condition -> "WHEN (" + condition + ")")
                        .with("calls", "EXECUTE PROCEDURE")
                        .toString());
    }

    static Step rule(SchemaObject rule) {
        return new Step.Guarded(new Phrase(
                        rule, "CREATE OR REPLACE RULE " + SqlName.of(rule.id().name()) + " AS ON")
                .with("definition", text -> text.strip().replaceFirst(";$", ""))
                .toString());
    }

    static Step policy(SchemaObject policy) {
        return PostgresGuard.unlessPart(
                policy.id(),
                "pg_policy",
                "polrelid",
                "polname",
                new Phrase(
                                policy,
                                "CREATE POLICY " + SqlName.of(policy.id().name()) + " ON " + SqlName.table(policy.id()))
                        .with("mode", "AS")
                        .with("command", "FOR")
                        .with("roles", "TO")
                        .with("using", text -> "USING (" + text + ")")
                        .with("with check", text -> "WITH CHECK (" + text + ")")
                        .toString());
    }
}
