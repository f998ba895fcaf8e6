package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of which migrations the content is looked at. */
class ReviewSetTest {

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // made before each test
    private TestRepository repository;

    @BeforeEach
    void migrations() {
        repository = TestRepository.in(folder).write(path(1), sql("a"));
        repository.stage(".").commit("one").git("branch", "base");
        repository.write(path(2), sql("b")).stage(".").commit("two");
        repository.write(path(3), sql("c")).stage(".");
        repository.write(path(4), sql("d"));
    }

    @Test
    void whatBaseNeitherHasNorHadIsTheUsualSet() {
        assertThat(found("--base", "base")).containsExactly(2, 3, 4);
    }

    @Test
    void everythingIsWhereThereIsNoBase() {
        assertThat(found()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whatIsCommittedAndAppliedIsNotWhereThereIsNoBase() throws SQLException {
        Path database = folder.resolve("app.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            connection.createStatement().execute("CREATE TABLE schema_migrations (version text)");
            connection.createStatement().execute("INSERT INTO schema_migrations VALUES ('1'), ('4')");
        }

        assertThat(found("--db", "sqlite:///" + database)).containsExactly(2, 3, 4);
        assertThat(found("--db", "sqlite:///" + database, "--all")).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whatBaseHasInOtherWordsIsInTheUsualSet() {
        repository.write(path(1), sql("e"));

        assertThat(found("--base", "base")).containsExactly(1, 2, 3, 4);
    }

    @Test
    void stagedIsWhatTheIndexAdds() {
        assertThat(found("--staged")).containsExactly(3);
    }

    @Test
    void sinceIsSinceTheMergeBase() {
        assertThat(found("--since", "HEAD")).containsExactly(3, 4);
        assertThat(found("--since", "base")).containsExactly(2, 3, 4);
        CommandRun run = check("--since", "nowhere");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("--since: 'nowhere' names no commit in this clone");
    }

    @Test
    void allIsAll() {
        assertThat(found("--base", "base", "--all")).containsExactly(1, 2, 3, 4);
    }

    @Test
    void oneThatIsNamedIsLookedAtWhateverItsAge() {
        assertThat(found("--since", "HEAD", path(1))).containsExactly(1, 3, 4);
    }

    @Test
    void twoSetsAreOneTooMany() {
        assertThat(check("--all", "--staged").exitCode()).isEqualTo(2);
    }

    @Test
    void theConfigurationSaysTheDialectAndHowItIsRun() {
        repository.write("migtrue.yaml", """
                systems:
                  - name: dbmate
                    root: .
                    dialect: sqlite
                    transaction: statement
                """);

        assertThat(check().errors()).contains("sqlite (migtrue.yaml says so)");
    }

    @Test
    void aHookLooksAtWhatIsStaged() {
        repository.write("migtrue.yaml", "failOn: warning\n");
        CommandRun run = CommandRun.in(repository.workTree(), repository.environment(), "hook", "run", "pre-commit");

        assertThat(run.output()).contains(path(3)).doesNotContain(path(1), path(2));
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private static String path(int number) {
        return "db/migrations/%d_a.sql".formatted(number);
    }

    private static String sql(String table) {
        return "-- migrate:up\ncreate table %s (id serial);\n-- migrate:down\ndrop table %s;\n".formatted(table, table);
    }

    /** The migrations with a finding about their content. */
    private List<Integer> found(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--format", "concise"));
        return check(all.toArray(String[]::new))
                .output()
                .lines()
                .filter(line -> line.endsWith("[rerun-fails]"))
                .map(line -> Integer.valueOf(line.substring(path(1).indexOf('1'), path(1).indexOf('1') + 1)))
                .sorted()
                .toList();
    }

    private CommandRun check(String... arguments) {
        List<String> all = new ArrayList<>(List.of("check"));
        all.addAll(List.of(arguments));
        if (!all.contains("--db")) {
            all.add("--no-db");
        }
        return CommandRun.in(repository.workTree(), repository.environment(), all.toArray(String[]::new));
    }
}
