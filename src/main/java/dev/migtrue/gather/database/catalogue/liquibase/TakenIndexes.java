package dev.migtrue.gather.database.catalogue.liquibase;

import dev.migtrue.gather.database.catalogue.CatalogueException;
import dev.migtrue.gather.database.catalogue.Gathered;
import dev.migtrue.language.schema.ObjectId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import liquibase.database.AbstractJdbcDatabase;
import liquibase.database.core.MSSQLDatabase;
import liquibase.exception.DatabaseException;
import liquibase.snapshot.CachedRow;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.JdbcDatabaseSnapshot;
import liquibase.structure.core.Index;
import liquibase.structure.core.Table;

/**
 * Takes indexes out of a snapshot.
 *
 * @param wanted which of them; a key has its own
 */
record TakenIndexes(Gathered gathered, Predicate<ObjectId> wanted) {

    /** What is true of an index in SQL Server besides, and what is usual: that is not told. */
    private static final List<Setting> SETTINGS = List.of(
            new Setting("padIndex", "padded", "false"),
            new Setting("fillFactor", "fill factor", "0"),
            new Setting("ignoreDuplicateKeys", "ignores duplicate keys", "false"),
            new Setting("recomputeStatistics", "recomputes statistics", "true"),
            new Setting("incrementalStatistics", "incremental statistics", "false"),
            new Setting("allowRowLocks", "row locks", "true"),
            new Setting("allowPageLocks", "page locks", "true"));

    private record Setting(String attribute, String property, String usual) {}

    void add(DatabaseSnapshot snapshot) {
        Set<ObjectId> taken = new HashSet<>();
        for (Index index : snapshot.get(Index.class)) {
            ObjectId id = TakenKeys.indexOf(index.getRelation(), index.getName());
            if (wanted.test(id) && taken.add(id)) {
                add(id, index);
            }
        }
        for (Table table : snapshot.get(Table.class)) {
            rows(snapshot, table).forEach(row -> addBeside(row, table, taken, snapshot));
        }
    }

    private void add(ObjectId id, Index index) {
        gathered.put(id, "unique", Boolean.TRUE.equals(index.isUnique()) ? "yes" : "no");
        Optional.ofNullable(index.getUsing())
                .ifPresent(method -> gathered.put(id, "method", method.toLowerCase(Locale.ROOT)));
        if (Boolean.TRUE.equals(index.getClustered())) {
            gathered.put(id, "clustered", "yes");
        }
        gathered.put(id, "columns", TakenKeys.columns(index.getColumns()));
        Optional.ofNullable(index.getAttribute("includedColumns", Collection.class))
                .ifPresent(included -> gathered.put(id, "includes", names(included)));
        SETTINGS.forEach(setting -> Optional.ofNullable(index.getAttribute(setting.attribute(), Object.class))
                .map(Object::toString)
                .filter(value -> !value.equals(setting.usual()))
                .ifPresent(value -> gathered.put(id, setting.property(), value)));
    }

    private static String names(Collection<?> names) {
        return names.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Of indexes on the same columns, a snapshot has one: of the others, only that they are there is known. */
    private void addBeside(CachedRow row, Table table, Set<ObjectId> taken, DatabaseSnapshot snapshot) {
        Optional<ObjectId> found = Optional.ofNullable(row.getString("INDEX_NAME"))
                .map(name -> TakenKeys.indexOf(table, name))
                .filter(wanted);
        found.filter(taken::add).ifPresent(id -> {
            gathered.unknown(id, "unique");
            gathered.unknown(id, "columns");
        });
        // Elsewhere this is an expression, which stands among the columns.
        found.filter(any -> snapshot.getDatabase() instanceof MSSQLDatabase)
                .ifPresent(id -> Optional.ofNullable(row.getString("FILTER_CONDITION"))
                        .ifPresent(predicate -> gathered.put(id, "predicate", predicate)));
    }

    /** What the library read before; nothing is asked again. */
    private static List<CachedRow> rows(DatabaseSnapshot snapshot, Table table) {
        AbstractJdbcDatabase database = (AbstractJdbcDatabase) snapshot.getDatabase();
        try {
            return ((JdbcDatabaseSnapshot) snapshot)
                    .getMetaDataFromCache()
                    .getIndexInfo(
                            database.getJdbcCatalogName(table.getSchema()),
                            database.getJdbcSchemaName(table.getSchema()),
                            table.getName(),
                            null);
        } catch (SQLException | DatabaseException problem) {
            throw new CatalogueException("the indexes of a table cannot be read", problem);
        }
    }
}
