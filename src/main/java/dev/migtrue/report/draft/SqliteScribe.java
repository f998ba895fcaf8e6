package dev.migtrue.report.draft;

import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import java.util.ArrayList;
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

    @Override
    public Set<ObjectKind> inTables() {
        return EnumSet.copyOf(IN_TABLES);
    }

    @Override
    public List<Step> made(SchemaObject object, List<SchemaObject> parts) {
        return switch (object.id().kind()) {
            case TABLE -> List.of(new Step.Guarded(table(object, parts)));
            case COLUMN -> List.of(column(object));
            case INDEX ->
                List.of(new Step.Guarded(new Phrase(object, "CREATE")
                        .where("unique", "yes", "UNIQUE")
                        .then("INDEX IF NOT EXISTS " + SqlName.of(object.id()) + " ON " + SqlName.table(object.id()))
                        .with("columns", columns -> "(" + columns + ")")
                        .with("where", "WHERE")
                        .toString()));
            case VIEW ->
                List.of(new Step.Guarded(new Phrase(object, "CREATE VIEW IF NOT EXISTS " + SqlName.of(object.id()))
                        .with("columns", columns -> "(" + columns + ")")
                        .with("definition", "AS")
                        .toString()));
            case TRIGGER ->
                List.of(new Step.Guarded(new Phrase(object, "CREATE TRIGGER IF NOT EXISTS " + SqlName.of(object.id()))
                        .with("timing", "")
                        .with("event", "")
                        .then("ON " + SqlName.table(object.id()))
                        .with("condition", "WHEN")
                        .with("body", "")
                        .toString()));
            default ->
                List.of(new Step.ByHand("make the table anew by hand: ALTER TABLE of SQLite adds no " + object.text()));
        };
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

    @Override
    public List<Step> settled(SchemaObject object) {
        return List.of();
    }

    @Override
    public Optional<String> dropped(SchemaObject object) {
        ObjectId id = object.id();
        return switch (id.kind()) {
            case TABLE, INDEX, VIEW, TRIGGER ->
                Optional.of("DROP " + id.kind().name() + " IF EXISTS " + SqlName.of(id.name()));
            case COLUMN -> Optional.of("ALTER TABLE " + SqlName.table(id) + " DROP COLUMN " + SqlName.of(id.name()));
            default -> Optional.empty();
        };
    }

    @Override
    public List<Step> changed(Difference.Changed change, Optional<SchemaObject> actual) {
        List<String> suggested = new ArrayList<>();
        actual.filter(object ->
                        !IN_TABLES.contains(object.id().kind()) && object.id().kind() != ObjectKind.TABLE)
                .ifPresent(object -> {
                    dropped(object).ifPresent(suggested::add);
                    made(object, List.of()).stream()
                            .flatMap(step -> step instanceof Step.Guarded one ? Stream.of(one.sql()) : Stream.empty())
                            .forEach(suggested::add);
                });
        return List.of(Words.changed(change, suggested));
    }
}
