package dev.migtrue.report.draft;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The statements of PostgreSQL that make types, sequences, tables and what belongs to these. */
final class PostgresTables {

    private PostgresTables() {}

    static Step schema(SchemaObject schema) {
        return new Step.Guarded("CREATE SCHEMA IF NOT EXISTS " + SqlName.of(schema.id()));
    }

    static Step extension(SchemaObject extension) {
        return new Step.Guarded(new Phrase(extension, "CREATE EXTENSION IF NOT EXISTS " + SqlName.of(extension.id()))
                .with("in schema", name -> "SCHEMA " + SqlName.of(name))
                .with("version", version -> "VERSION " + SqlName.text(version))
                .toString());
    }

    static Step type(SchemaObject type) {
        String start = "CREATE TYPE " + SqlName.of(type.id()) + " AS ";
        return switch (type.id().kind()) {
            case ENUM_TYPE ->
                PostgresGuard.unlessType(
                        type.id(), start + "ENUM (" + type.properties().getOrDefault("values", "") + ")");
            case COMPOSITE_TYPE ->
                PostgresGuard.unlessType(
                        type.id(), start + "(" + type.properties().getOrDefault("attributes", "") + ")");
            default -> PostgresGuard.unlessType(type.id(), domain(type));
        };
    }

    private static String domain(SchemaObject domain) {
        String checks = domain.properties().entrySet().stream()
                .filter(property -> property.getKey().startsWith("check "))
                .map(check -> " CONSTRAINT " + SqlName.of(check.getKey().substring("check ".length())) + " "
                        + check.getValue())
                .collect(Collectors.joining());
        return new Phrase(domain, "CREATE DOMAIN " + SqlName.of(domain.id()) + " AS")
                        .with("type", "")
                        .with("collation", "COLLATE")
                        .with("default", "DEFAULT")
                        .where("nullable", "no", "NOT NULL")
                + checks;
    }

    static Step sequence(SchemaObject sequence) {
        return new Step.Guarded(new Phrase(sequence, "CREATE SEQUENCE IF NOT EXISTS " + SqlName.of(sequence.id()))
                .with("counts", counts -> "AS " + counting(counts))
                .toString());
    }

    private static String counting(String counts) {
        return counts.replace("minimum", "minvalue").replace("maximum", "maxvalue");
    }

    static Step table(SchemaObject table, List<SchemaObject> columns) {
        if (table.properties().containsKey("partition of")) {
            return Words.made(table);
        }
        return new Step.Guarded(columns.stream()
                        .map(PostgresTables::columnOfTable)
                        .collect(Collectors.joining(
                                ",\n    ",
                                new Phrase(table, "CREATE")
                                        .where("persistence", "unlogged", "UNLOGGED")
                                        .then("TABLE IF NOT EXISTS " + SqlName.of(table.id()) + " (\n    ")
                                        .toString(),
                                "\n)"))
                + new Phrase(table, "")
                        .with("inherits", parents -> "INHERITS (" + parents + ")")
                        .with("partitioned by", "PARTITION BY")
                        .with("options", options -> "WITH (" + options + ")"));
    }

    static Step column(SchemaObject column) {
        return new Step.Guarded(
                "ALTER TABLE " + SqlName.table(column.id()) + " ADD COLUMN IF NOT EXISTS " + columnOfTable(column));
    }

    private static String columnOfTable(SchemaObject column) {
        return new Phrase(column, SqlName.of(column.id().name()))
                .with("type", "")
                .with("collation", "COLLATE")
                .with("default", "DEFAULT")
                .with("generated", value -> {
                    int last = value.lastIndexOf(' ');
                    return "GENERATED ALWAYS AS (" + value.substring(0, last) + ")"
                            + value.substring(last).toUpperCase(Locale.ROOT);
                })
                .with("identity", when -> "GENERATED " + when.toUpperCase(Locale.ROOT) + " AS IDENTITY")
                .with(
                        "identity sequence",
                        counts -> "("
                                + counting(counts.substring(Math.max(0, counts.indexOf(" start"))))
                                        .strip() + ")")
                .where("nullable", "no", "NOT NULL")
                .toString();
    }

    static Step constraint(SchemaObject constraint) {
        return PostgresGuard.unlessPart(
                constraint.id(), "pg_constraint", "conrelid", "conname", constraintStatement(constraint));
    }

    static String constraintStatement(SchemaObject constraint) {
        ObjectId id = constraint.id();
        Phrase phrase =
                new Phrase(constraint, "ALTER TABLE " + SqlName.table(id) + " ADD CONSTRAINT " + SqlName.of(id.name()));
        if (id.kind() == ObjectKind.FOREIGN_KEY) {
            phrase.with("columns", columns -> "FOREIGN KEY (" + columns + ")")
                    .with("references", "REFERENCES")
                    .with("match", "MATCH")
                    .with("on update", "ON UPDATE")
                    .with(
                            "on delete",
                            action -> action.contains(" of ")
                                    ? "ON DELETE " + action.replaceFirst(" of (.*)$", " ($1)")
                                    : "ON DELETE " + action);
        }
        return phrase.with("definition", "")
                .where("inherited", "no", "NO INHERIT")
                .with("deferrable", "DEFERRABLE")
                .where("validated", "no", "NOT VALID")
                .toString();
    }

    static Step index(SchemaObject index) {
        return new Step.Guarded(new Phrase(index, "CREATE")
                .where("unique", "yes", "UNIQUE")
                .then("INDEX IF NOT EXISTS " + SqlName.of(index.id().name()) + " ON " + SqlName.table(index.id()))
                .with("method", "USING")
                .with("columns", columns -> "(" + columns + ")")
                .with("include", columns -> "INCLUDE (" + columns + ")")
                .with("nulls", "NULLS")
                .with("options", options -> "WITH (" + options + ")")
                .with("where", "WHERE")
                .toString());
    }

    static Step view(SchemaObject view) {
        String start = view.id().kind() == ObjectKind.VIEW
                ? "CREATE OR REPLACE VIEW "
                : "CREATE MATERIALIZED VIEW IF NOT EXISTS ";
        return new Step.Guarded(new Phrase(view, start + SqlName.of(view.id()))
                .with("options", options -> "WITH (" + options + ")")
                .with("definition", text -> "AS\n" + text)
                .toString());
    }
}
