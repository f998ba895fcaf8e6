package dev.migtrue.gather.database;

import dev.migtrue.gather.database.catalogue.Catalogue;
import dev.migtrue.gather.database.catalogue.CatalogueException;
import dev.migtrue.gather.database.catalogue.Questions;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.model.Row;
import dev.migtrue.model.VersionTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads version tables in one transaction: finds what bears their name, and selects their rows. What was found is there until
 * the transaction ends, and is not searched for again.
 */
final class VersionRows {

    private static final String BEFORE_CATALOGUE = "before_catalogue";

    private final Handle handle;
    private final Engine engine;
    private final Map<Search, List<FoundTable>> found = new HashMap<>();

    VersionRows(Handle handle, Engine engine) {
        this.handle = handle;
        this.engine = engine;
    }

    /** The connection, in the transaction. */
    Handle handle() {
        return handle;
    }

    /**
     * The tables of these names, letter case aside, the nearest first.
     *
     * @param schema where to look, by an engine that looks into one schema at a time
     */
    List<FoundTable> named(Collection<String> names, Optional<String> schema) {
        Search search = new Search(List.copyOf(names), schema.filter(any -> engine.isSearchedBySchema()));
        return found.computeIfAbsent(search, this::run);
    }

    private record Search(List<String> names, Optional<String> schema) {}

    private List<FoundTable> run(Search search) {
        record Column(FoundTable table, String name) {}
        int count = search.names().size();
        Query query = handle.createQuery(engine.tablesQuery(String.join(", ", Collections.nCopies(count, "lower(?)"))));
        for (int i = 0; i < count; i++) {
            query.bind(i, search.names().get(i));
        }
        if (engine.isSearchedBySchema()) {
            query.bind(count, search.schema().orElse(null));
        }
        List<Column> columns = query.map((results, context) -> new Column(
                        new FoundTable(
                                results.getString(1),
                                results.getString(2),
                                FoundTable.Place.valueOf(results.getString(3)),
                                List.of()),
                        results.getString(4)))
                .list();
        SequencedMap<FoundTable, List<String>> byTable = columns.stream()
                .collect(Collectors.groupingBy(
                        Column::table, LinkedHashMap::new, Collectors.mapping(Column::name, Collectors.toList())));
        return byTable.entrySet().stream()
                .map(entry -> entry.getKey().withColumns(entry.getValue()))
                .toList();
    }

    /** The names that a query gives in its first column, without repeats. */
    List<String> names(String sql, List<String> parameters) {
        Query query = handle.createQuery(sql);
        for (int i = 0; i < parameters.size(); i++) {
            query.bind(i, parameters.get(i));
        }
        return query.map((results, context) -> Optional.ofNullable(results.getString(1))).list().stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** What the database is made of. Settings of the session are as before when this is done. */
    Schema schema(Catalogue catalogue, Watch watch) {
        if (catalogue.preamble().isEmpty()) {
            return asked(catalogue, watch);
        }
        handle.savepoint(BEFORE_CATALOGUE);
        catalogue.preamble().forEach(handle::execute);
        Schema schema = asked(catalogue, watch);
        handle.rollbackToSavepoint(BEFORE_CATALOGUE);
        return schema;
    }

    private Schema asked(Catalogue catalogue, Watch watch) {
        ReadingConnection connection = new ReadingConnection(handle.getConnection(), watch);
        Schema schema = catalogue.read(new Questions() {
            @Override
            public List<Row> ask(String sql) {
                return all(sql);
            }

            @Override
            public Optional<Connection> lent() {
                return Optional.of(connection.shared());
            }
        });
        connection.failure().ifPresent(refused -> {
            throw new CatalogueException("not all of the catalogue can be read", refused);
        });
        return schema.without(catalogue.omissions());
    }

    /** Whose schemas and tables are, as far as a catalogue tells. */
    Map<ObjectId, String> owners(Catalogue catalogue) {
        return catalogue.owners(this::all);
    }

    Optional<String> spoken(Catalogue catalogue) {
        return catalogue.spoken(this::all);
    }

    private List<Row> all(String sql) {
        return handle.createQuery(sql)
                .map((results, context) -> row(results, labels(results.getMetaData())))
                .list();
    }

    private static List<String> labels(ResultSetMetaData shape) throws SQLException {
        List<String> labels = new ArrayList<>();
        for (int index = 1; index <= shape.getColumnCount(); index++) {
            labels.add(shape.getColumnLabel(index));
        }
        return labels;
    }

    /** All rows of a table, with the columns that are wanted and there. */
    List<Row> of(FoundTable table, VersionTable wanted) {
        List<String> columns = Stream.concat(wanted.required().stream(), wanted.optional().stream())
                .map(table::column)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        String order = wanted.orderBy().stream()
                .map(table::column)
                .flatMap(Optional::stream)
                .map(engine::quoted)
                .collect(Collectors.joining(", "));
        String select = "SELECT "
                + columns.stream().map(engine::quoted).collect(Collectors.joining(", "))
                + " FROM " + engine.quoted(table.schema()) + "." + engine.quoted(table.name())
                + (order.isEmpty() ? "" : " ORDER BY " + order);
        return handle.createQuery(select)
                .map((results, context) -> row(results, columns))
                .list();
    }

    /** How many characters the measured column of a table holds; absent where any. */
    Optional<Integer> width(String sql, FoundTable table, VersionTable wanted) {
        return wanted.measured()
                .flatMap(table::column)
                .flatMap(column -> handle
                        .createQuery(sql)
                        .bind(0, table.schema())
                        .bind(1, table.name())
                        .bind(2, column)
                        .map((results, context) -> Optional.ofNullable(results.getString(1)))
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .findFirst())
                .map(Integer::valueOf);
    }

    private static Row row(ResultSet results, List<String> columns) throws SQLException {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        for (int index = 0; index < columns.size(); index++) {
            String column = columns.get(index);
            int type = results.getMetaData().getColumnType(index + 1);
            Optional.ofNullable(results.getString(index + 1))
                    .ifPresent(value -> values.put(column, PrintedValue.of(value, type)));
        }
        return new Row(values);
    }
}
