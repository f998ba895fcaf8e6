package dev.migtrue.gather.scratch.replay;

import dev.migtrue.gather.database.PrintedValue;
import dev.migtrue.gather.database.catalogue.Catalogue;
import dev.migtrue.gather.database.catalogue.H2Catalogue;
import dev.migtrue.gather.database.catalogue.MariaDbCatalogue;
import dev.migtrue.gather.database.catalogue.PostgresCatalogue;
import dev.migtrue.gather.database.catalogue.SqliteCatalogue;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaObject;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** What a throw-away database is made of, told in the same way as of the one that is checked. */
final class BuiltSchema {

    private static final String COLLATION = "collation";

    private BuiltSchema() {}

    /** A question failed. */
    private static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unanswered(SQLException cause) {
            super(cause);
        }
    }

    static Schema of(Connection connection, Dialect dialect) throws SQLException {
        Catalogue catalogue = catalogue(dialect);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : catalogue.preamble()) {
                statement.execute(sql);
            }
            Schema schema = catalogue.read(sql -> rows(connection, sql));
            return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB
                    ? withoutDefaults(schema, rows(connection, "SELECT @@collation_database AS `collation`"))
                    : schema;
        } catch (Unanswered problem) {
            throw Refused.sql(problem).orElseThrow();
        } finally {
            connection.rollback();
        }
    }

    /** Which collation a database gives to what does not ask for one is not for its migrations to say. */
    private static Schema withoutDefaults(Schema schema, List<Row> settings) {
        Optional<String> usual =
                settings.stream().flatMap(row -> row.get(COLLATION).stream()).findFirst();
        return Schema.of(schema.all().stream()
                        .map(object -> usual.equals(
                                        Optional.ofNullable(object.properties().get(COLLATION)))
                                ? withUnknownCollation(object)
                                : object)
                        .toList())
                .hiding(schema.hidden())
                .readFrom(schema.server());
    }

    private static SchemaObject withUnknownCollation(SchemaObject object) {
        SequencedMap<String, String> properties = new LinkedHashMap<>(object.properties());
        properties.remove(COLLATION);
        Set<String> unknown = new LinkedHashSet<>(object.unknown());
        unknown.add(COLLATION);
        return new SchemaObject(object.id(), properties, unknown);
    }

    private static Catalogue catalogue(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> new PostgresCatalogue();
            case MYSQL, MARIADB -> new MariaDbCatalogue();
            case SQLITE -> new SqliteCatalogue();
            case H2 -> new H2Catalogue();
            case SQL_SERVER, ORACLE, ANSI -> throw new IllegalArgumentException(dialect.id());
        };
    }

    private static List<Row> rows(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            List<Row> rows = new ArrayList<>();
            while (results.next()) {
                rows.add(row(results));
            }
            return rows;
        } catch (SQLException problem) {
            throw new Unanswered(problem);
        }
    }

    private static Row row(ResultSet results) throws SQLException {
        ResultSetMetaData shape = results.getMetaData();
        SequencedMap<String, String> values = new LinkedHashMap<>();
        for (int index = 1; index <= shape.getColumnCount(); index++) {
            String label = shape.getColumnLabel(index);
            int type = shape.getColumnType(index);
            Optional.ofNullable(results.getString(index))
                    .ifPresent(value -> values.put(label, PrintedValue.of(value, type)));
        }
        return new Row(values);
    }
}
