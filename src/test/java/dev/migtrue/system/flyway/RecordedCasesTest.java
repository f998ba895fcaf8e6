package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.GoldenUpdate;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.license.VersionPrinter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of the system contract are what the real Flyway makes of them. Each is a folder with a project in {@code
 * tree} and a line per stage in {@code stages.txt}, {@code NAME: COMMAND, COMMAND}; the stages run one after another on
 * one SQLite database.
 */
class RecordedCasesTest {

    private static final Path CASES = Path.of("src/test/resources/systems/flyway");

    /** What differs from run to run. */
    private static final List<String> PASSING = List.of("installed_on", "execution_time");

    @TempDir
    Path directory;

    static List<Path> cases() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areWhatFlywayDoes(Path recorded) throws Exception {
        FluentConfiguration configuration = configuration(recorded.resolve("tree"));
        for (String line : Files.readAllLines(recorded.resolve("stages.txt"))) {
            String[] stage = line.split(": ", 2);
            for (String command : stage[1].split(", ", -1)) {
                run(command.split(" ", 2), configuration);
            }
            List<String> rows = rows(configuration.getTable());
            List<String> applied = applied(configuration.load());
            Path folder = recorded.resolve(stage[0]);
            if (GoldenUpdate.isAsked()) {
                Files.createDirectories(folder);
                Files.write(folder.resolve("rows.tsv"), rows);
                Files.write(folder.resolve("applied.txt"), applied);
                Files.writeString(recorded.resolve("provenance.txt"), provenance());
            }
            assertThat(lasting(Files.readAllLines(folder.resolve("rows.tsv")))).isEqualTo(lasting(rows));
            assertThat(Files.readAllLines(folder.resolve("applied.txt"))).isEqualTo(applied);
        }
    }

    /** Flyway as the case's own flyway.conf tells it; without one it looks into its usual folder. */
    private FluentConfiguration configuration(Path tree) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(tree.resolve("flyway.conf"))) {
            try (Reader reader = Files.newBufferedReader(tree.resolve("flyway.conf"))) {
                properties.load(reader);
            }
        }
        Path usual = Files.exists(tree.resolve("src"))
                ? Path.of("src/main/resources/db/migration")
                : Path.of("db/migration");
        Path location = Optional.ofNullable(properties.getProperty("flyway.locations"))
                .map(text -> Path.of(text.substring("filesystem:".length())))
                .orElse(usual);
        return Flyway.configure()
                .loggers("slf4j")
                .configuration(properties)
                .dataSource(url(), "", "")
                .locations("filesystem:" + tree.resolve(location));
    }

    private static void run(String[] command, FluentConfiguration configuration) {
        switch (command[0]) {
            case "migrate" ->
                configuration
                        .target(command.length > 1 ? command[1] : "latest")
                        .load()
                        .migrate();
            case "baseline" -> configuration.baselineVersion(command[1]).load().baseline();
            default -> throw new IllegalArgumentException("no command of a case: " + command[0]);
        }
    }

    private List<String> rows(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from " + table + " order by installed_rank")) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                columns.add(result.getMetaData().getColumnName(i));
            }
            List<String> lines = new ArrayList<>(List.of(String.join("\t", columns)));
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

    /** What Flyway itself says was run, or counts as run. */
    private static List<String> applied(Flyway flyway) {
        SequencedMap<String, String> marks = new LinkedHashMap<>();
        for (MigrationInfo info : flyway.info().all()) {
            String id = Optional.ofNullable(info.getVersion())
                    .map(version -> Arrays.stream(version.getVersion().split("\\.", -1))
                            .map(part -> part.replaceFirst("^0+(?=.)", ""))
                            .collect(Collectors.joining("."))
                            .replaceFirst("(\\.0)+$", ""))
                    .orElse("R__" + info.getDescription().replace(' ', '_'));
            MigrationState state = info.getState();
            if (state == MigrationState.BELOW_BASELINE || state == MigrationState.BASELINE_IGNORED) {
                marks.put(id, "implied ");
            } else if (state.isApplied() && state != MigrationState.BASELINE) {
                marks.put(id, "recorded ");
            }
        }
        return marks.entrySet().stream()
                .map(entry -> entry.getValue() + entry.getKey())
                .toList();
    }

    private static List<Map<String, String>> lasting(List<String> lines) {
        String[] columns = lines.getFirst().split("\t", -1);
        return lines.stream()
                .map(line -> {
                    String[] values = line.split("\t", -1);
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < columns.length; i++) {
                        row.put(columns[i], values[i]);
                    }
                    row.keySet().removeAll(PASSING);
                    return row;
                })
                .toList();
    }

    private static String provenance() throws IOException {
        return "flyway-core %s through sqlite-jdbc; stages.txt has the commands, RecordedCasesTest ran them%n"
                .formatted(VersionPrinter.getVersion());
    }

    private String url() {
        return "jdbc:sqlite:" + directory.resolve("app.db");
    }
}
