package dev.migtrue.gather.database.catalogue.liquibase;

import dev.migtrue.gather.database.catalogue.Gathered;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import java.util.Locale;
import java.util.Optional;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Column;
import liquibase.structure.core.Column.AutoIncrementInformation;
import liquibase.structure.core.Relation;
import liquibase.structure.core.Schema;
import liquibase.structure.core.Sequence;
import liquibase.structure.core.Table;
import liquibase.structure.core.View;

/** Takes tables, columns, views and sequences out of a snapshot. */
record TakenTables(Gathered gathered) {

    private static final String COMMENT = "comment";

    void add(DatabaseSnapshot snapshot) {
        snapshot.get(Table.class).forEach(this::table);
        snapshot.get(Column.class).forEach(this::column);
        snapshot.get(View.class).forEach(this::view);
        snapshot.get(Sequence.class).forEach(this::sequence);
    }

    /** Of a table. */
    static ObjectId id(Relation table) {
        return id(ObjectKind.TABLE, table);
    }

    private static ObjectId id(ObjectKind kind, DatabaseObject object) {
        return ObjectId.of(kind, schema(object.getSchema()), object.getName());
    }

    /** Where there are catalogues only, one is a schema. */
    private static Optional<String> schema(Schema schema) {
        return Optional.ofNullable(schema.getName()).or(() -> Optional.ofNullable(schema.getCatalogName()));
    }

    private void table(Table table) {
        ObjectId id = id(table);
        gathered.found(id);
        put(id, "temporary", attribute(table, "temporary"));
        put(id, "on commit", attribute(table, "duration"));
        put(id, COMMENT, Optional.ofNullable(table.getRemarks()));
    }

    /** Those of views follow from what these select; one that the index of an expression stands on is no column. */
    private void column(Column column) {
        if (!(column.getRelation() instanceof Table table) || column.getType() == null) {
            return;
        }
        ObjectId id = ObjectId.part(ObjectKind.COLUMN, id(table), column.getName());
        put(id, "type", Optional.of(column.getType()));
        put(id, "nullable", Optional.of(Boolean.FALSE.equals(column.isNullable()) ? "no" : "yes"));
        put(id, "default", Optional.ofNullable(column.getDefaultValue()).map(TakenTables::literal));
        put(id, "computed", yes(Boolean.TRUE.equals(column.getComputed())));
        Optional.ofNullable(column.getAutoIncrementInformation()).ifPresent(counted -> identity(id, counted));
        put(id, "validated", Optional.of("no").filter(no -> !column.getValidateNullable()));
        put(id, "row guid", attribute(column, "rowGuid"));
        put(id, "file stream", attribute(column, "fileStream"));
        put(id, COMMENT, Optional.ofNullable(column.getRemarks()));
    }

    private static String literal(Object value) {
        return value instanceof String text ? "'" + text.replace("'", "''") + "'" : value.toString();
    }

    private void identity(ObjectId column, AutoIncrementInformation counted) {
        put(
                column,
                "identity",
                Optional.ofNullable(counted.getGenerationType())
                        .map(type -> type.toLowerCase(Locale.ROOT))
                        .or(() -> Optional.of("yes")));
        put(
                column,
                "identity sequence",
                Optional.of("start " + counted.getStartWith() + " increment " + counted.getIncrementBy()));
        put(column, "default on null", yes(Boolean.TRUE.equals(counted.getDefaultOnNull())));
    }

    private void view(View view) {
        ObjectId id = id(ObjectKind.VIEW, view);
        gathered.found(id);
        put(id, "definition", Optional.ofNullable(view.getDefinition()));
        put(id, "editioning", yes(Boolean.TRUE.equals(view.getAttribute("editioning", Boolean.class))));
        put(id, COMMENT, Optional.ofNullable(view.getRemarks()));
    }

    private void sequence(Sequence sequence) {
        ObjectId id = id(ObjectKind.SEQUENCE, sequence);
        gathered.found(id);
        put(id, "type", Optional.ofNullable(sequence.getDataType()));
        put(id, "start", Optional.ofNullable(sequence.getStartValue()));
        put(id, "increment", Optional.ofNullable(sequence.getIncrementBy()));
        put(id, "minimum", Optional.ofNullable(sequence.getMinValue()));
        put(id, "maximum", Optional.ofNullable(sequence.getMaxValue()));
        put(id, "cache", Optional.ofNullable(sequence.getCacheSize()));
        put(id, "cycles", yes(Boolean.TRUE.equals(sequence.getWillCycle())));
        put(id, "ordered", yes(Boolean.TRUE.equals(sequence.getOrdered())));
    }

    private static Optional<Object> attribute(DatabaseObject object, String name) {
        return Optional.ofNullable(object.getAttribute(name, Object.class));
    }

    private static Optional<String> yes(boolean isSo) {
        return isSo ? Optional.of("yes") : Optional.empty();
    }

    private void put(ObjectId id, String property, Optional<?> value) {
        value.map(Object::toString).filter(text -> !text.isEmpty()).ifPresent(text -> gathered.put(id, property, text));
    }
}
