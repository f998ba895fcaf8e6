package dev.migtrue.report.draft;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements of MariaDB that make tables and what belongs to these. */
record MariaDbTables(Sides sides) {

    static final Quotes NAME = new Quotes("`");

    /** Text as a literal; a backslash is one only behind another. */
    static String text(String text) {
        return SqlName.text(text.replace("\\", "\\\\"));
    }

    Step table(SchemaObject table, List<SchemaObject> parts) {
        if (table.properties().containsKey("partitioned by")) {
            return Words.made(table);
        }
        String body = parts.stream()
                .filter(part -> part.id().kind() != ObjectKind.CHECK_CONSTRAINT || !isOfColumn(part))
                .map(this::part)
                .collect(Collectors.joining(",\n    ", "(\n    ", "\n)"));
        return new Step.Guarded(new Phrase(table, "CREATE TABLE IF NOT EXISTS " + NAME.of(table.id()) + " " + body)
                .with("engine", "ENGINE =")
                .with("collation", "DEFAULT COLLATE =")
                .with("options", "")
                .with("comment", comment -> "COMMENT = " + text(comment))
                .where("system versioned", "yes", "WITH SYSTEM VERSIONING")
                .toString());
    }

    private String part(SchemaObject part) {
        return switch (part.id().kind()) {
            case COLUMN -> column(part);
            case PRIMARY_KEY -> "PRIMARY KEY " + keyed(part);
            case CHECK_CONSTRAINT -> named(part.id()) + check(part);
            default -> key(part, "") + " " + NAME.of(part.id().name()) + " " + keyed(part);
        };
    }

    /** As part of a statement about its table. */
    private String column(SchemaObject column) {
        String nullable = column.properties().getOrDefault("type", "").startsWith("timestamp") ? "NULL" : "";
        return new Phrase(column, NAME.of(column.id().name()))
                .with("type", "")
                .with("collation", "COLLATE")
                .with("generated", value -> {
                    int last = value.lastIndexOf(' ');
                    return "GENERATED ALWAYS AS (" + value.substring(0, last) + ")" + value.substring(last);
                })
                .with("nullable", value -> value.equals("no") ? "NOT NULL" : nullable)
                .with("default", "DEFAULT")
                .with("extra", extra -> extra.replace(",", ""))
                .with("comment", comment -> "COMMENT " + text(comment))
                .then(sides.check(column.id()).map(MariaDbTables::check).orElse(""))
                .toString()
                .strip();
    }

    private static String check(SchemaObject check) {
        return "CHECK (" + check.properties().getOrDefault("expression", "") + ")";
    }

    Step.Guarded added(SchemaObject column) {
        return new Step.Guarded(altering(column.id()) + "ADD COLUMN IF NOT EXISTS " + column(column));
    }

    static String dropped(SchemaObject column) {
        return altering(column.id()) + "DROP COLUMN IF EXISTS "
                + NAME.of(column.id().name());
    }

    /** Says all of a column: of what is not said nothing stays. */
    String modified(SchemaObject column) {
        return altering(column.id()) + "MODIFY COLUMN IF EXISTS " + column(column);
    }

    /** Whether a check stands with a column, so that only a statement about the column says it. */
    boolean isOfColumn(SchemaObject check) {
        return sides.column(check.id()).isPresent();
    }

    Step constraint(SchemaObject check) {
        Optional<SchemaObject> column = sides.column(check.id());
        if (column.isPresent()) {
            return new Step.Guarded(modified(column.get()));
        }
        return isNamed(check.id())
                ? new Step.Guarded(altering(check.id()) + "ADD CONSTRAINT IF NOT EXISTS "
                        + NAME.of(check.id().name()) + " " + check(check))
                : new Step.Bare(altering(check.id()) + "ADD " + check(check));
    }

    List<String> droppedConstraint(SchemaObject check) {
        Stream<String> column = sides.column(check.id()).map(this::modified).stream();
        Stream<String> named = isNamed(check.id())
                ? Stream.of(altering(check.id()) + "DROP CONSTRAINT IF EXISTS "
                        + NAME.of(check.id().name()))
                : Stream.empty();
        return Stream.concat(column, named).limit(1).toList();
    }

    static Step primaryKey(SchemaObject key) {
        return new Step.Guarded(altering(key.id()) + "ADD PRIMARY KEY IF NOT EXISTS " + keyed(key));
    }

    static Step foreignKey(SchemaObject key) {
        String clause = new Phrase(key, NAME.columns(key.properties().getOrDefault("columns", "")))
                .with("references", table -> "REFERENCES " + NAME.dotted(table))
                .with("referenced columns", NAME::columns)
                .with("on delete", "ON DELETE")
                .with("on update", "ON UPDATE")
                .toString();
        return isNamed(key.id())
                ? new Step.Guarded(
                        altering(key.id()) + "ADD " + named(key.id()) + "FOREIGN KEY IF NOT EXISTS " + clause)
                : new Step.Bare(altering(key.id()) + "ADD FOREIGN KEY " + clause);
    }

    static List<String> droppedForeignKey(SchemaObject key) {
        return isNamed(key.id())
                ? List.of(altering(key.id()) + "DROP FOREIGN KEY IF EXISTS "
                        + NAME.of(key.id().name()))
                : List.of();
    }

    static Step index(SchemaObject index) {
        return new Step.Guarded("CREATE " + key(index, "INDEX IF NOT EXISTS") + " "
                + NAME.of(index.id().name()) + " ON " + NAME.table(index.id()) + " " + keyed(index));
    }

    private static String key(SchemaObject index, String words) {
        String method = index.properties().getOrDefault("method", "");
        boolean isOfItsOwn = method.equals("fulltext") || method.equals("spatial");
        return new Phrase(index, "")
                .where("unique", "yes", "UNIQUE")
                .with("method", value -> isOfItsOwn ? value.toUpperCase(Locale.ROOT) : "")
                .then(words.isEmpty() ? "KEY" : words)
                .toString()
                .strip();
    }

    private static String keyed(SchemaObject key) {
        boolean isWhole = key.properties().getOrDefault("method", "").equals("spatial");
        return new Phrase(key, "")
                .with("columns", columns -> NAME.columns(isWhole ? columns.replaceAll("\\(\\d+\\)", "") : columns))
                .where("method", "hash", "USING HASH")
                .with("comment", comment -> "COMMENT " + text(comment))
                .where("ignored", "yes", "IGNORED")
                .toString()
                .strip();
    }

    static String altering(ObjectId part) {
        return "ALTER TABLE " + NAME.table(part) + " ";
    }

    /** What was never given a name is called by what it consists of. */
    static boolean isNamed(ObjectId id) {
        return !id.name().startsWith("(");
    }

    private static String named(ObjectId id) {
        return isNamed(id) ? "CONSTRAINT " + NAME.of(id.name()) + " " : "";
    }
}
