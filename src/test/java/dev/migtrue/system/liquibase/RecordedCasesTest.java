package dev.migtrue.system.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.RepoPath;
import dev.migtrue.testing.GoldenUpdate;
import dev.migtrue.testing.InMemoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import liquibase.util.LiquibaseUtil;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of the system contract are what the real Liquibase makes of them. Each is a folder with a project in {@code tree} and a line
 * per stage in {@code stages.txt}, {@code NAME: MOST}, with the most changesets to run; the stages run one after another on one SQLite
 * database.
 */
class RecordedCasesTest {

    private static final Path CASES = Path.of("src/test/resources/systems/liquibase");

    /** What differs from run to run. */
    private static final List<String> PASSING = List.of("dateexecuted", "deployment_id");

    @TempDir
    Path directory;

    static List<Path> cases() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areWhatLiquibaseDoes(Path recorded) throws Exception {
        Path tree = recorded.resolve("tree");
        Start start = RootSearch.in(read(tree)).getFirst().start();
        String inside = start.root().file().value();
        Path searchPath = tree.resolve(
                inside.substring(0, inside.length() - start.root().path().length()));
        for (String line : Files.readAllLines(recorded.resolve("stages.txt"))) {
            String[] stage = line.split(": ", 2);
            List<String> rows;
            List<String> applied;
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("app.db"))) {
                RealLiquibase liquibase = new RealLiquibase(
                        searchPath, connection, start.settings().table());
                applied = liquibase.update(start.root().path(), Integer.parseInt(stage[1]), "!never");
            }
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("app.db"))) {
                rows = RealLiquibase.rows(connection, start.settings().table());
            }
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

    static InMemoryTree read(Path top) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(
                        new RepoPath(top.relativize(file).toString().replace('\\', '/')).value(),
                        Files.readString(file));
            }
        }
        return InMemoryTree.of(texts);
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

    private static String provenance() {
        return "liquibase-core %s through sqlite-jdbc; stages.txt has the commands, RecordedCasesTest ran them%n"
                .formatted(LiquibaseUtil.getBuildVersion());
    }
}
