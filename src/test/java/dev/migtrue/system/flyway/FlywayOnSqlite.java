package dev.migtrue.system.flyway;

import dev.migtrue.model.Applied;
import dev.migtrue.model.Row;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The real Flyway on a SQLite file, and our reading of the same folder and the same table. */
final class FlywayOnSqlite {

    private static final String FOLDER = "src/main/resources/db/migration/";

    private final Path folder;
    private final String url;
    private InMemoryTree tree = InMemoryTree.empty();

    FlywayOnSqlite(Path directory) {
        this.folder = directory.resolve("migrations");
        this.url = "jdbc:sqlite:" + directory.resolve("app.db");
    }

    FlywayOnSqlite write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
        tree = tree.with(FOLDER + name, text);
        return this;
    }

    FlywayOnSqlite delete(String name) throws IOException {
        Files.delete(folder.resolve(name));
        tree = tree.without(FOLDER + name);
        return this;
    }

    /** The real one; quiet. */
    FluentConfiguration flyway() {
        return Flyway.configure().loggers("slf4j").dataSource(url, "", "").locations("filesystem:" + folder);
    }

    InMemoryTree tree() {
        return tree;
    }

    Layout layout() {
        return new FlywaySystem().detect(tree).getFirst();
    }

    Applied.Known applied() throws SQLException {
        return layout().applied("flyway_schema_history", rows(), layout().history(tree));
    }

    private List<Row> rows() throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select * from flyway_schema_history order by installed_rank")) {
            while (result.next()) {
                rows.add(row(result));
            }
        }
        return rows;
    }

    private static Row row(ResultSet result) throws SQLException {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            String column = result.getMetaData().getColumnName(i);
            Optional.ofNullable(result.getString(i)).ifPresent(value -> values.put(column, value));
        }
        return new Row(values);
    }
}
