package dev.migtrue.gather;

import dev.migtrue.facts.Exemption;
import dev.migtrue.language.schema.IgnoredObjects;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaObject;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.KnownTable;
import dev.migtrue.system.Layout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables that migration tools make for themselves: no migration makes them. */
final class ToolTables {

    /** What stands beside version tables, by its name and a column. */
    private static final Map<String, String> OTHERS = Map.of(
            "ar_internal_metadata", "key",
            "databasechangeloglock", "locked",
            "knex_migrations_lock", "is_locked",
            "mikro_orm_migrations_lock", "id",
            "schema_lock", "lock_id",
            "migrations_lock", "is_locked");

    private final List<VersionTable> own;

    ToolTables(Collection<Layout> layouts) {
        this.own = layouts.stream()
                .flatMap(layout -> Stream.concat(Stream.of(layout.versionTable()), layout.lockTable().stream()))
                .toList();
    }

    /** Those among the tables of some schemas, with the sequences that number their rows. */
    Exemption in(List<Schema> schemas) {
        List<String> names = schemas.stream()
                .flatMap(schema -> withSequences(in(schema), schema))
                .map(ObjectId::toString)
                .distinct()
                .toList();
        return new Exemption(IgnoredObjects.of(names), "migration tools keep them for themselves");
    }

    private static Stream<ObjectId> withSequences(List<ObjectId> tables, Schema schema) {
        return Stream.concat(
                tables.stream(),
                schema.all().stream()
                        .filter(object -> object.id().kind() == ObjectKind.SEQUENCE
                                && tables.stream().anyMatch(table -> isOf(object, table)))
                        .map(SchemaObject::id));
    }

    private static boolean isOf(SchemaObject sequence, ObjectId table) {
        return sequence.id().schema().equals(table.schema())
                && sequence.properties().getOrDefault("owned by", "").startsWith(table.name() + ".");
    }

    private List<ObjectId> in(Schema schema) {
        return columns(schema).entrySet().stream()
                .filter(table -> isToolTable(table.getKey().name(), table.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those of a schema that tools of the projects looked at keep. */
    List<ObjectId> own(Schema schema) {
        return columns(schema).entrySet().stream()
                .filter(table -> isOwn(table.getKey().name(), inSmall(table.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The columns of each table. */
    private static Map<ObjectId, List<String>> columns(Schema schema) {
        Map<ObjectId, List<String>> columns = new LinkedHashMap<>();
        Map<ObjectId, ObjectId> tables = schema.all().stream()
                .map(SchemaObject::id)
                .filter(id -> id.kind() == ObjectKind.TABLE)
                .collect(Collectors.toMap(id -> id, id -> id));
        schema.all().stream()
                .map(SchemaObject::id)
                .filter(id -> id.kind() == ObjectKind.COLUMN)
                .forEach(column -> column.table()
                        .map(table -> ObjectId.of(ObjectKind.TABLE, column.schema(), table))
                        .filter(tables::containsKey)
                        .ifPresent(table -> columns.computeIfAbsent(table, first -> new ArrayList<>())
                                .add(column.name())));
        return columns;
    }

    private boolean isToolTable(String name, List<String> columns) {
        Set<String> names = inSmall(columns);
        boolean isOther = names.contains(OTHERS.getOrDefault(inSmall(name), "?"));
        return isOwn(name, names) || isOther || KnownTable.ALL.stream().anyMatch(known -> known.isLike(name, columns));
    }

    private boolean isOwn(String name, Set<String> columns) {
        return own.stream()
                .anyMatch(table -> table.name().equalsIgnoreCase(name)
                        && table.required().stream().map(ToolTables::inSmall).allMatch(columns::contains));
    }

    private static Set<String> inSmall(List<String> names) {
        return names.stream().map(ToolTables::inSmall).collect(Collectors.toSet());
    }

    private static String inSmall(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
