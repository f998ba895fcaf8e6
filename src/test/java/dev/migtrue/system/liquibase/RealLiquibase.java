package dev.migtrue.system.liquibase;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.ValidationErrors;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/** The real Liquibase, which runs the changelogs of a folder on a database. */
public final class RealLiquibase {

    /** Held here, or it would be collected and its level with it. */
    private static final Logger SILENCED = Logger.getLogger("liquibase");

    private final Path searchPath;
    private final Connection connection;
    private final String table;

    public RealLiquibase(Path searchPath, Connection connection, String table) {
        SILENCED.setLevel(Level.OFF);
        this.searchPath = searchPath;
        this.connection = connection;
        this.table = table;
    }

    /** Runs the first {@code most} of what is left to run, and tells what it then counts as run: {@code recorded ID} each. */
    public List<String> update(String changelog, int most, String contexts) throws Exception {
        return with(changelog, liquibase -> {
            liquibase.update(most, new Contexts(contexts), new LabelExpression());
            return liquibase.getDatabase().getRanChangeSetList().stream()
                    .map(ran -> "recorded " + ran.getChangeLog() + "::" + ran.getId() + "::" + ran.getAuthor())
                    .toList();
        });
    }

    /** What it would run on the database, as it prints it. */
    @SuppressWarnings("deprecation") // its successor is a command line in objects
    public String updateSql(String changelog) throws Exception {
        return with(changelog, liquibase -> {
            StringWriter printed = new StringWriter();
            liquibase.update(new Contexts(), new LabelExpression(), printed);
            return printed.toString();
        });
    }

    private interface Work<T> {
        T with(Liquibase liquibase) throws Exception;
    }

    @SuppressWarnings("deprecation") // its successor is a command line in objects
    private <T> T with(String changelog, Work<T> work) throws Exception {
        DirectoryResourceAccessor files = new DirectoryResourceAccessor(searchPath);
        Map<String, Object> attributes = Map.of(
                "liquibase.analytics.enabled",
                false,
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                Scope.Attr.resourceAccessor.name(),
                files);
        return Scope.child(attributes, () -> {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDatabaseChangeLogTableName(table);
            try (Liquibase liquibase = new Liquibase(changelog, files, database)) {
                liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                return work.with(liquibase);
            }
        });
    }

    /** An order of files that only a class knows. */
    public static final class Backwards implements Comparator<String> {
        @Override
        public int compare(String one, String other) {
            return other.compareTo(one);
        }
    }

    /** A change that only a class knows. */
    public static final class Custom implements CustomTaskChange {
        public void setWord(String word) {
            // Nothing comes of it.
        }

        @Override
        public void execute(Database database) {
            // It is done.
        }

        @Override
        public String getConfirmationMessage() {
            return "done";
        }

        @Override
        public void setUp() {
            // It is ready.
        }

        @Override
        public void setFileOpener(ResourceAccessor files) {
            // It needs none.
        }

        @Override
        public ValidationErrors validate(Database database) {
            return new ValidationErrors();
        }
    }

    /** A line of column names, then the version table's rows. */
    static List<String> rows(Connection connection, String table) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from " + table + " order by orderexecuted")) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                columns.add(result.getMetaData().getColumnName(i));
            }
            List<String> lines =
                    new ArrayList<>(List.of(String.join("\t", columns).toLowerCase(Locale.ROOT)));
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (String column : columns) {
                    values.add(Optional.ofNullable(result.getString(column)).orElse("\\N"));
                }
                lines.add(String.join("\t", values));
            }
            return lines;
        }
    }
}
