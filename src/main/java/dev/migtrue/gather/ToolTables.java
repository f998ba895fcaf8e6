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
                .flatMap(layout -> Stream.concat(
                        Stream.of(layout.versionTable()), layout.lockTable().stream()))
                .toList();
    }

    /** Those among the tables of some schemas. */
    Exemption in(List<Schema> schemas) {
        List<String> names = schemas.stream()
                .flatMap(schema -> in(schema).stream())
                .map(ObjectId::toString)
                .distinct()
                .toList();
        return new Exemption(IgnoredObjects.of(names), "migration tools keep them for themselves");
    }

    private List<ObjectId> in(Schema schema) {
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
        return columns.entrySet().stream()
                .filter(table -> isToolTable(table.getKey().name(), table.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean isToolTable(String name, List<String> columns) {
        Set<String> inSmall =
                columns.stream().map(ToolTables::inSmall).collect(Collectors.toSet());
        boolean isOwn = own.stream()
                .anyMatch(table -> table.name().equalsIgnoreCase(name)
                        && table.required().stream().map(ToolTables::inSmall).allMatch(inSmall::contains));
        boolean isOther = inSmall.contains(OTHERS.getOrDefault(inSmall(name), "?"));
        return isOwn || isOther || KnownTable.ALL.stream().anyMatch(known -> known.isLike(name, columns));
    }

    private static String inSmall(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
