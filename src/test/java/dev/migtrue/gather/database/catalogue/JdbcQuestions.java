package dev.migtrue.gather.database.catalogue;

import dev.migtrue.gather.database.LentConnection;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.model.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Asks over a connection that has changed something and not yet told anybody else. */
public record JdbcQuestions(Connection connection) implements Questions {

    public Schema schema(Catalogue catalogue) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : catalogue.preamble()) {
                statement.execute(sql);
            }
            return catalogue.read(this);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<Connection> lent() {
        return Optional.of(LentConnection.of(connection));
    }

    @Override
    public List<Row> ask(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<Row> rows = new ArrayList<>();
            while (answer.next()) {
                SequencedMap<String, String> values = new LinkedHashMap<>();
                for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                    String label = answer.getMetaData().getColumnLabel(i);
                    Optional.ofNullable(answer.getString(i)).ifPresent(value -> values.put(label, value));
                }
                rows.add(new Row(values));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
