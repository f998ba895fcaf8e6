package dev.migtrue.gather.database.catalogue.liquibase;

import dev.migtrue.gather.database.catalogue.Gathered;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.structure.core.Column;
import liquibase.structure.core.ForeignKey;
import liquibase.structure.core.ForeignKeyConstraintType;
import liquibase.structure.core.PrimaryKey;
import liquibase.structure.core.Relation;
import liquibase.structure.core.UniqueConstraint;

/**
 * Takes keys out of a snapshot, and the indexes that are none of a key.
 *
 * @param generated what names look like that the database gave: such a key is called by its columns
 */
record TakenKeys(Gathered gathered, Pattern generated) {

    void add(DatabaseSnapshot snapshot) {
        Set<ObjectId> keys = new HashSet<>();
        for (PrimaryKey key : snapshot.get(PrimaryKey.class)) {
            add(key);
            keys.add(indexOf(key.getTable(), key.getName()));
        }
        for (UniqueConstraint key : snapshot.get(UniqueConstraint.class)) {
            add(key);
            keys.add(indexOf(key.getRelation(), key.getName()));
        }
        snapshot.get(ForeignKey.class).forEach(this::add);
        new TakenIndexes(gathered, index -> given(index.name()).isPresent() && !keys.contains(index)).add(snapshot);
    }

    /** The index that a database makes for a key, it calls like the key. */
    static ObjectId indexOf(Relation table, String name) {
        return ObjectId.part(ObjectKind.INDEX, TakenTables.id(table), String.valueOf(name));
    }

    private void add(PrimaryKey key) {
        ObjectId id = ObjectId.part(
                ObjectKind.PRIMARY_KEY,
                TakenTables.id(key.getTable()),
                given(key.getName()).orElse("PRIMARY"));
        gathered.put(id, "columns", columns(key.getColumns()));
        put(id, "validated", "no", Boolean.FALSE.equals(key.getAttribute("validate", Boolean.class)));
    }

    private void add(UniqueConstraint key) {
        String columns = columns(key.getColumns());
        ObjectId id = ObjectId.part(
                ObjectKind.UNIQUE_CONSTRAINT,
                TakenTables.id(key.getRelation()),
                given(key.getName()).orElse("(" + columns + ")"));
        gathered.put(id, "columns", columns);
        put(id, "deferrable", key.isInitiallyDeferred() ? "initially deferred" : "yes", key.isDeferrable());
        put(id, "enabled", "no", key.isDisabled());
        put(id, "validated", "no", !key.shouldValidate());
    }

    private void add(ForeignKey key) {
        String columns = columns(key.getForeignKeyColumns());
        ObjectId id = ObjectId.part(
                ObjectKind.FOREIGN_KEY,
                TakenTables.id(key.getForeignKeyTable()),
                given(key.getName()).orElse("(" + columns + ")"));
        gathered.put(id, "columns", columns);
        gathered.put(
                id,
                "references",
                TakenTables.id(key.getPrimaryKeyTable()).qualified() + " (" + columns(key.getPrimaryKeyColumns())
                        + ")");
        Optional.ofNullable(key.getUpdateRule()).ifPresent(rule -> gathered.put(id, "on update", words(rule)));
        Optional.ofNullable(key.getDeleteRule()).ifPresent(rule -> gathered.put(id, "on delete", words(rule)));
        put(id, "deferrable", key.isInitiallyDeferred() ? "initially deferred" : "yes", key.isDeferrable());
        put(id, "validated", "no", !key.shouldValidate());
    }

    private static String words(ForeignKeyConstraintType rule) {
        return switch (rule) {
            case importedKeyCascade -> "cascade";
            case importedKeyNoAction -> "no action";
            case importedKeyRestrict -> "restrict";
            case importedKeySetDefault -> "set default";
            case importedKeySetNull -> "set null";
        };
    }

    private void put(ObjectId id, String property, String value, boolean isSo) {
        if (isSo) {
            gathered.put(id, property, value);
        }
    }

    /** The name that somebody gave. */
    private Optional<String> given(String name) {
        return Optional.ofNullable(name).filter(some -> !generated.matcher(some).matches());
    }

    static String columns(List<Column> columns) {
        // Between the columns that it knows, the library leaves gaps where it skipped one.
        Stream<Column> known = columns.stream().filter(Objects::nonNull);
        return known.map(column -> column.getName() + (Boolean.TRUE.equals(column.getDescending()) ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }
}
