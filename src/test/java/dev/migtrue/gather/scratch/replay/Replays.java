package dev.migtrue.gather.scratch.replay;

import dev.migtrue.config.SystemSettings;
import dev.migtrue.gather.ListedSystem;
import dev.migtrue.gather.road.Answer;
import dev.migtrue.gather.road.AppliedCopy;
import dev.migtrue.gather.road.AppliedProject;
import dev.migtrue.gather.road.Inquiry;
import dev.migtrue.gather.scratch.Progress;
import dev.migtrue.gather.scratch.Scratch;
import dev.migtrue.gather.scratch.Scratches;
import dev.migtrue.gather.scratch.Servers;
import dev.migtrue.incident.RealDatabase;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Row;
import dev.migtrue.model.Source;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import dev.migtrue.system.MigrationSystems;
import dev.migtrue.testing.InMemoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Replays on throw-away databases that tests share. */
final class Replays implements AutoCloseable {

    private static final Set<String> VERSION_TABLES = Set.of(
            "flyway_schema_history",
            "databasechangelog",
            "databasechangeloglock",
            "alembic_version",
            "schema_migrations");

    private final Map<Dialect, Scratch> scratches = new EnumMap<>(Dialect.class);
    private Progress progress = (done, all) -> {};
    private Map<String, String> environment =
            Map.of("PATH", Optional.ofNullable(System.getenv("PATH")).orElse(""));
    private Duration most = Duration.ofMinutes(1);

    /** A project, all migrations of which were run. */
    record Project(String system, SequencedMap<String, String> files, Optional<String> command) {

        Project(String system, SequencedMap<String, String> files) {
            this(system, files, Optional.empty());
        }

        Project replayedBy(String asked) {
            return new Project(system, files, Optional.of(asked));
        }

        void write(Path folder) {
            files.forEach((path, text) -> {
                try {
                    Path file = folder.resolve(path);
                    Files.createDirectories(file.resolveSibling("."));
                    Files.writeString(file, text);
                } catch (IOException problem) {
                    throw new UncheckedIOException(problem);
                }
            });
        }

        Layout layout() {
            List<SystemSettings> listed = command.map(asked -> List.of(
                            new SystemSettings(system, RepoPath.TOP, Optional.empty()).replayedBy(Optional.of(asked))))
                    .orElse(List.of());
            return ListedSystem.of(MigrationSystems.ALL, listed).stream()
                    .filter(each -> each.name().equals(system))
                    .map((MigrationSystem each) -> each.detect(InMemoryTree.of(files)))
                    .flatMap(List::stream)
                    .findFirst()
                    .orElseThrow();
        }

        /** What the version table of a database says was run. */
        AppliedProject applied(RealDatabase database) {
            Layout layout = layout();
            History all = layout.history(InMemoryTree.of(files));
            String table = layout.versionTable().name();
            try (Connection connection = DriverManager.getConnection(database.jdbcUrl())) {
                List<MigrationId> ids = layout
                        .applied(table, rows(connection, layout.versionTable(), quote(database)), all)
                        .migrations()
                        .stream()
                        .map(AppliedMigration::id)
                        .toList();
                return applied(migrations -> migrations.stream()
                        .filter(migration -> ids.contains(migration.id()))
                        .sorted(Comparator.comparing(migration -> ids.indexOf(migration.id())))
                        .toList());
            } catch (SQLException problem) {
                throw new IllegalStateException(problem);
            }
        }

        /** Flyway quotes its table wherever it is. */
        private String quote(RealDatabase database) {
            return !system.equals("flyway") ? "" : database.engine() == RealDatabase.Engine.MARIADB ? "`" : "\"";
        }

        private static List<Row> rows(Connection connection, VersionTable table, String quote) throws SQLException {
            String order = table.orderBy().isEmpty()
                    ? ""
                    : " order by " + quote + String.join(quote + ", " + quote, table.orderBy()) + quote;
            try (Statement statement = connection.createStatement();
                    ResultSet results =
                            statement.executeQuery("select * from " + quote + table.name() + quote + order)) {
                List<Row> rows = new ArrayList<>();
                while (results.next()) {
                    SequencedMap<String, String> values = new LinkedHashMap<>();
                    for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                        String label = results.getMetaData().getColumnLabel(i);
                        Optional.ofNullable(results.getString(i)).ifPresent(value -> values.put(label, value));
                    }
                    rows.add(new Row(values));
                }
                return rows;
            }
        }

        /** @param run what of all its migrations was run, in which order */
        AppliedProject applied(UnaryOperator<List<Migration>> run) {
            Layout layout = layout();
            InMemoryTree tree = InMemoryTree.of(files);
            return new AppliedProject(
                    layout,
                    run.apply(layout.history(tree).migrations()).stream()
                            .map(migration -> new AppliedCopy(migration, Source.WORKING_TREE, tree))
                            .toList(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    void telling(Progress other) {
        progress = other;
    }

    void within(Map<String, String> variables, Duration limit) {
        environment = variables;
        most = limit;
    }

    Answer replay(Project project, Path folder, Dialect dialect) {
        return replay(project.applied(UnaryOperator.identity()), folder, dialect);
    }

    Answer replay(AppliedProject applied, Path folder, Dialect dialect) {
        return replay(applied, folder, dialect, "public");
    }

    Answer replay(AppliedProject applied, Path folder, Dialect dialect, String home) {
        return new ReplayRoad(this::open, new Commands(folder, environment, most, Optional.empty()), progress)
                .answer(new Inquiry(DatabaseName.DEFAULT, "", dialect, home, List.of(applied)));
    }

    private Scratch open(Dialect dialect, String target) {
        return new KeptScratch(
                scratches.computeIfAbsent(dialect, first -> Scratches.start(dialect, Servers.search(dialect))));
    }

    static Dialect dialect(RealDatabase database) {
        return Dialect.valueOf(database.engine().name());
    }

    /** What a real database is made of. */
    static Schema schema(RealDatabase database) {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl())) {
            return own(BuiltSchema.of(connection, dialect(database)));
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** Without the tables in which tools remember what they ran. */
    static Schema own(Schema schema) {
        return schema.where(
                object -> !VERSION_TABLES.contains(table(object.id()).toLowerCase(Locale.ROOT)));
    }

    private static String table(ObjectId id) {
        return id.table().orElse(id.name());
    }

    @Override
    public void close() {
        scratches.values().forEach(Scratch::close);
    }
}
