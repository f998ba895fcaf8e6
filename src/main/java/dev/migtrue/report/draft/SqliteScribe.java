package dev.migtrue.report.draft;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import dev.migtrue.report.draft.Wording.Renewal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements of SQLite. It alters little: what is not added as a column or made anew is left to a person. */
final class SqliteScribe implements Scribe {

    private static final Set<ObjectKind> IN_TABLES = EnumSet.of(
            ObjectKind.COLUMN,
            ObjectKind.PRIMARY_KEY,
            ObjectKind.UNIQUE_CONSTRAINT,
            ObjectKind.FOREIGN_KEY,
            ObjectKind.CHECK_CONSTRAINT);

    private static final Map<ObjectKind, Wording> WORDINGS = new EnumMap<>(Map.of(
            ObjectKind.TABLE,
            new Wording(
                    Set.of("strict", "without rowid", "using"),
                    (table, parts) -> new Step.Guarded(table(table, parts)),
                    table -> List.of(dropped(table)),
                    Renewal.DESTROYS),
            ObjectKind.COLUMN,
            Wording.of(
                    Renewal.DESTROYS,
                    SqliteScribe::column,
                    column -> "ALTER TABLE " + SqlName.table(column.id()) + " DROP COLUMN "
                            + SqlName.of(column.id().name()),
                    "type",
                    "autoincrement",
                    "collation",
                    "generated",
                    "nullable",
                    "default"),
            ObjectKind.INDEX,
            Wording.of(Renewal.AFTER_DROP, SqliteScribe::index, SqliteScribe::dropped, "unique", "columns", "where"),
            ObjectKind.VIEW,
            Wording.of(Renewal.AFTER_DROP, SqliteScribe::view, SqliteScribe::dropped, "columns", "definition"),
            ObjectKind.TRIGGER,
            Wording.of(
                    Renewal.AFTER_DROP,
                    SqliteScribe::trigger,
                    SqliteScribe::dropped,
                    "timing",
                    "event",
                    "condition",
                    "body"),
            ObjectKind.PRIMARY_KEY,
            ofTable("columns", "conflict"),
            ObjectKind.UNIQUE_CONSTRAINT,
            ofTable("columns", "conflict"),
            ObjectKind.FOREIGN_KEY,
            ofTable("columns", "references", "on update", "on delete", "deferrable"),
            ObjectKind.CHECK_CONSTRAINT,
            ofTable("expression")));

    /** What only the statement of its table says. */
    private static Wording ofTable(String... said) {
        return new Wording(
                Set.of(said),
                (part, parts) ->
                        new Step.ByHand("make the table anew by hand: ALTER TABLE of SQLite adds no " + part.text()),
                part -> List.of(),
                Renewal.DESTROYS);
    }

    @Override
    public Set<ObjectKind> inTables() {
        return EnumSet.copyOf(IN_TABLES);
    }

    @Override
    public Map<ObjectKind, Wording> wordings() {
        return WORDINGS;
    }

    private static String dropped(SchemaObject object) {
        return "DROP " + object.id().kind().name() + " IF EXISTS "
                + SqlName.of(object.id().name());
    }

    private static Step index(SchemaObject index) {
        return new Step.Guarded(new Phrase(index, "CREATE")
                .where("unique", "yes", "UNIQUE")
                .then("INDEX IF NOT EXISTS " + SqlName.of(index.id()) + " ON " + SqlName.table(index.id()))
                .with("columns", columns -> "(" + columns + ")")
                .with("where", "WHERE")
                .toString());
    }

    private static Step view(SchemaObject view) {
        return new Step.Guarded(new Phrase(view, "CREATE VIEW IF NOT EXISTS " + SqlName.of(view.id()))
                .with("columns", columns -> "(" + columns + ")")
                .with("definition", "AS")
                .toString());
    }

    private static Step trigger(SchemaObject trigger) {
        return new Step.Guarded(new Phrase(trigger, "CREATE TRIGGER IF NOT EXISTS " + SqlName.of(trigger.id()))
                .with("timing", "")
                .with("event", "")
                .then("ON " + SqlName.table(trigger.id()))
                .with("condition", "WHEN")
                .with("body", "")
                .toString());
    }

    private static Step column(SchemaObject column) {
        String sql = "ALTER TABLE " + SqlName.table(column.id()) + " ADD COLUMN " + columnOfTable(column);
        Map<String, String> properties = column.properties();
        boolean isRefused = (properties.getOrDefault("nullable", "yes").startsWith("no")
                        && !properties.containsKey("default")
                        && !properties.containsKey("generated"))
                || properties.getOrDefault("generated", "").endsWith(" stored");
        return isRefused
                ? new Step.ByHand("make the table anew by hand: SQLite refuses to add this column", List.of(sql))
                : new Step.Bare(sql);
    }

    private static String table(SchemaObject table, List<SchemaObject> parts) {
        Optional<String> module = Optional.ofNullable(table.properties().get("using"));
        if (module.isPresent()) {
            return "CREATE VIRTUAL TABLE IF NOT EXISTS " + SqlName.of(table.id()) + " USING " + module.get();
        }
        Optional<String> counting = parts.stream()
                .filter(part -> part.properties().containsKey("autoincrement"))
                .map(part -> part.id().name())
                .findFirst();
        String body = parts.stream()
                .filter(part -> counting.isEmpty() || part.id().kind() != ObjectKind.PRIMARY_KEY)
                .filter(part -> !isOfColumn(part))
                .map(part -> part(part) + checks(part, parts))
                .collect(Collectors.joining(",\n    ", "(\n    ", "\n)"));
        return Stream.concat(
                        Stream.of("CREATE TABLE IF NOT EXISTS " + SqlName.of(table.id()) + " " + body),
                        Stream.of(String.join(", ", table.properties().sequencedKeySet())))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The checks that stand with a column: without a name of their own they are known by it. */
    private static String checks(SchemaObject column, List<SchemaObject> parts) {
        return parts.stream()
                .filter(SqliteScribe::isOfColumn)
                .filter(check -> column.id().kind() == ObjectKind.COLUMN)
                .filter(check -> check.id().name().equals("of " + column.id().name()))
                .map(check -> " CHECK (" + check.properties().getOrDefault("expression", "") + ")")
                .collect(Collectors.joining());
    }

    private static boolean isOfColumn(SchemaObject part) {
        return part.id().kind() == ObjectKind.CHECK_CONSTRAINT
                && part.id().name().startsWith("of ");
    }

    private static String part(SchemaObject part) {
        return switch (part.id().kind()) {
            case COLUMN -> columnOfTable(part);
            case CHECK_CONSTRAINT ->
                new Phrase(part, named(part.id()) + "CHECK")
                        .with("expression", expression -> "(" + expression + ")")
                        .toString();
            case FOREIGN_KEY ->
                new Phrase(part, named(part.id()) + "FOREIGN KEY")
                        .with("columns", columns -> "(" + columns + ")")
                        .with("references", "REFERENCES")
                        .with("on update", "ON UPDATE")
                        .with("on delete", "ON DELETE")
                        .with("deferrable", "DEFERRABLE")
                        .toString();
            default ->
                new Phrase(
                                part,
                                named(part.id())
                                        + (part.id().kind() == ObjectKind.PRIMARY_KEY ? "PRIMARY KEY" : "UNIQUE"))
                        .with("columns", columns -> "(" + columns + ")")
                        .with("conflict", "")
                        .toString();
        };
    }

    /** What was never given a name is called by what it consists of. */
    private static String named(ObjectId id) {
        String name = id.name();
        boolean isNamed = !name.startsWith("(") && !name.equals("primary");
        return isNamed ? "CONSTRAINT " + SqlName.of(name) + " " : "";
    }

    private static String columnOfTable(SchemaObject column) {
        return new Phrase(column, SqlName.of(column.id().name()))
                .with("type", type -> type)
                .where("autoincrement", "yes", "PRIMARY KEY AUTOINCREMENT")
                .with("collation", "COLLATE")
                .with("generated", value -> {
                    int last = value.lastIndexOf(' ');
                    return "GENERATED ALWAYS AS (" + value.substring(0, last) + ")" + value.substring(last);
                })
                .with("nullable", value -> value.startsWith("no") ? "NOT NULL" + value.substring(2) : "")
                .with("default", "DEFAULT")
                .toString();
    }
}
