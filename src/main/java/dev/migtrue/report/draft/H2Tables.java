package dev.migtrue.report.draft;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.SchemaObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The statements of H2 that make tables and what belongs to these. */
final class H2Tables {

    static final Quotes NAME = new Quotes("\"");

    /** How the catalogue has a type with a zone; in statements the digits of seconds come first. */
    private static final Pattern ZONED = Pattern.compile("(TIME|TIMESTAMP) WITH TIME ZONE\\((\\d+)\\)");

    private static final Pattern ARRAY = Pattern.compile("ARRAY(\\[\\d+\\])? of (.+)", Pattern.DOTALL);

    /** The types of which the catalogue does not tell all. */
    private static final Pattern HALF_TOLD = Pattern.compile("(?:ARRAY|ROW|INTERVAL)\\b");

    /** What an index carries along in a column without looking for it. */
    private static final String INCLUDED = " (not unique)";

    private H2Tables() {}

    static Step table(SchemaObject table, List<SchemaObject> columns) {
        boolean isTold = columns.stream().allMatch(H2Tables::isTold);
        return !isTold || table.properties().containsKey("type")
                ? Words.made(table, columns)
                : new Step.Guarded(columns.stream()
                        .map(H2Tables::definition)
                        .collect(Collectors.joining(
                                ",\n    ", "CREATE TABLE IF NOT EXISTS " + NAME.of(table.id()) + " (\n    ", "\n)")));
    }

    static Step column(SchemaObject column) {
        return isTold(column) ? new Step.Guarded(adding(column)) : Words.made(column);
    }

    static String adding(SchemaObject column) {
        return altering(column.id()) + "ADD COLUMN IF NOT EXISTS " + definition(column);
    }

    static String dropped(SchemaObject column) {
        return altering(column.id()) + "DROP COLUMN IF EXISTS "
                + NAME.of(column.id().name());
    }

    /** Whether the catalogue tells the type of a column so that it can be written. */
    static boolean isTold(SchemaObject column) {
        String type = column.properties().getOrDefault("type", "");
        Matcher array = ARRAY.matcher(type);
        return !HALF_TOLD.matcher(array.matches() ? array.group(2) : type).lookingAt();
    }

    /** A column as part of a statement about its table. */
    static String definition(SchemaObject column) {
        return new Phrase(column, NAME.of(column.id().name()))
                .with("type", H2Tables::type)
                .where("visible", "no", "INVISIBLE")
                .with("default", "DEFAULT")
                .with("generated", expression -> "GENERATED ALWAYS AS (" + expression + ")")
                .with("identity", when -> "GENERATED " + when + " AS IDENTITY")
                .with("identity sequence", counts -> "(" + counting(counts) + ")")
                .with("on update", "ON UPDATE")
                .where("default on null", "yes", "DEFAULT ON NULL")
                .with("nullable", value -> isNullable(column) ? "" : "NOT NULL")
                .toString();
    }

    /** A column that counts never is, without a word. */
    private static boolean isNullable(SchemaObject column) {
        return column.properties().containsKey("identity")
                || column.properties().getOrDefault("nullable", "").equals("yes");
    }

    /** A type as statements have it. A point stands only between a schema and a domain. */
    static String type(String type) {
        Matcher array = ARRAY.matcher(type);
        if (array.matches()) {
            return type(array.group(2)) + " ARRAY"
                    + Optional.ofNullable(array.group(1)).orElse("");
        }
        boolean isDomain = type.indexOf('.') >= 0 && !type.startsWith("ENUM(");
        return isDomain
                ? NAME.dotted(type)
                : ZONED.matcher(type).replaceFirst("$1($2) WITH TIME ZONE").replaceFirst("^DATE\\(0\\)$", "DATE");
    }

    /** How a sequence counts, as statements say it. */
    static String counting(String counts) {
        return counts.replace("start ", "START WITH ")
                .replace("increment ", "INCREMENT BY ")
                .replace("minimum ", "MINVALUE ")
                .replace("maximum ", "MAXVALUE ");
    }

    static Step constraint(SchemaObject constraint) {
        ObjectId id = constraint.id();
        Phrase phrase = new Phrase(
                        constraint,
                        altering(id) + "ADD"
                                + (isNamed(id) ? " CONSTRAINT IF NOT EXISTS " + NAME.in(id.schema(), id.name()) : ""))
                .then(
                        switch (id.kind()) {
                            case PRIMARY_KEY -> "PRIMARY KEY";
                            case UNIQUE_CONSTRAINT -> "UNIQUE";
                            case FOREIGN_KEY -> "FOREIGN KEY";
                            default -> "CHECK";
                        })
                .with("nulls distinct", H2Tables::nulls)
                .with("columns", NAME::columns)
                .with("expression", expression -> "(" + expression + ")")
                .with("references", H2Tables::references)
                .with("on delete", "ON DELETE")
                .with("on update", "ON UPDATE");
        return isNamed(id) ? new Step.Guarded(phrase.toString()) : new Step.Bare(phrase.toString());
    }

    private static String nulls(String distinct) {
        return distinct.equals("no") ? "NULLS NOT DISTINCT" : "NULLS " + distinct + " DISTINCT";
    }

    private static String references(String target) {
        int columns = target.lastIndexOf(" (");
        return "REFERENCES " + NAME.dotted(target.substring(0, columns)) + " "
                + NAME.columns(target.substring(columns + 2, target.length() - 1));
    }

    static List<String> droppedConstraint(SchemaObject constraint) {
        ObjectId id = constraint.id();
        return isNamed(id)
                ? List.of(altering(id) + "DROP CONSTRAINT IF EXISTS " + NAME.in(id.schema(), id.name()))
                : id.name().equals("PRIMARY") ? List.of(altering(id) + "DROP PRIMARY KEY") : List.of();
    }

    static Step index(SchemaObject index) {
        if (index.properties().containsKey("method")) {
            return Words.made(index);
        }
        ObjectId id = index.id();
        String columns = index.properties().getOrDefault("columns", "");
        List<String> searched = Arrays.stream(columns.split(", "))
                .filter(column -> !column.endsWith(INCLUDED))
                .toList();
        List<String> included = Arrays.stream(columns.split(", "))
                .filter(column -> column.endsWith(INCLUDED))
                .map(column -> column.substring(0, column.length() - INCLUDED.length()))
                .toList();
        return new Step.Guarded(new Phrase(index, "CREATE")
                .where("unique", "yes", "UNIQUE")
                .with("nulls distinct", H2Tables::nulls)
                .then("INDEX IF NOT EXISTS " + NAME.in(id.schema(), id.name()) + " ON " + NAME.table(id) + " "
                        + NAME.columns(String.join(", ", searched)))
                .then(included.isEmpty() ? "" : "INCLUDE " + NAME.columns(String.join(", ", included)))
                .toString()
                .strip());
    }

    static String altering(ObjectId part) {
        return "ALTER TABLE " + NAME.table(part) + " ";
    }

    /** What was never given a name is called by what it consists of. */
    private static boolean isNamed(ObjectId id) {
        return !id.name().startsWith("(") && !id.name().equals("PRIMARY");
    }
}
