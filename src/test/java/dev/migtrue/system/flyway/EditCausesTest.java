package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.Surveyor;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.judge.rule.EditedAfterApply;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Fix;
import dev.migtrue.model.Row;
import dev.migtrue.testing.InMemoryDatabase;
import dev.migtrue.testing.TestRepository;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the real Flyway applied, and what became of its text in a real git repository. */
class EditCausesTest {

    private static final String FOLDER = "src/main/resources/db/migration/";
    private static final String FILE = FOLDER + "V1__towns.sql";
    private static final String TEXT = """
            create table town (
                name text default 'Köln',\s\s
                id integer -- never reused
            );
            """;

    @TempDir
    private Path folder = Path.of("");

    private TestRepository repository;

    @BeforeEach
    void commit() {
        repository = TestRepository.in(folder).write(FILE, TEXT).stage(".").commit("Add towns");
    }

    @Test
    void namesTheCommitThatChangedItAndNotThoseSince() {
        migrate(StandardCharsets.UTF_8);
        edit(TEXT.replace("integer", "bigint"), "Grow");
        String culprit = repository.commitId("HEAD").substring(0, 10);
        edit(TEXT.replace("integer", "numeric"), "Grow on");

        Finding finding = finding();

        assertThat(finding.message()).endsWith(", by its SQL, since commit " + culprit + " by Ada");
        assertThat(finding.related())
                .extracting(place -> place.message())
                .endsWith("its text was changed by commit " + culprit + " by Ada on 2026-01-02 'Grow'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\" -- never reused\" | \" -- not reused\" | , only by comments",
                "integer              | bigint            | , by its SQL",
                "\"    \"             | \"\t\"            | , only by white space",
                "\",  \n\"            | \",\n\"           | , only by white space",
                "'Köln'               | '${town}'         | , only by placeholders"
            })
    void tellsInWhatTheTextsDiffer(String before, String now, String cause) {
        migrate(StandardCharsets.UTF_8);
        edit(TEXT.replace(before, now), "Tidy up");

        Finding finding = finding();

        assertThat(finding.message())
                .endsWith("differs in working tree, index and HEAD" + cause + ", since commit "
                        + repository.commitId("HEAD").substring(0, 10) + " by Ada");
        assertThat(finding.fix().map(fix -> ((Fix.Command) fix).argv()))
                .contains(List.of("git", "diff", repository.commitId("HEAD^"), "--", FILE));
    }

    @Test
    void theCommandShowsWhatWasCommittedAndWhatWasNot() {
        migrate(StandardCharsets.UTF_8);
        repository.write(FILE, TEXT.replace("integer", "bigint"));

        Finding finding = finding();

        assertThat(finding.message()).endsWith("differs in working tree, by its SQL");
        List<String> argv = finding.fix().map(fix -> ((Fix.Command) fix).argv()).orElseThrow();
        assertThat(argv).containsExactly("git", "diff", "HEAD", "--", FILE);
        assertThat(repository.git(argv.subList(1, argv.size()).toArray(String[]::new)))
                .contains("-    id integer", "+    id bigint");
    }

    @Test
    void aTextThatAnAmendedCommitHadIsFoundInTheReflog() {
        migrate(StandardCharsets.UTF_8);
        String lost = repository.commitId("HEAD");
        repository.write(FILE, TEXT.replace("integer", "bigint")).stage(".");
        repository.git("commit", "--quiet", "--amend", "--message", "Add towns");

        Finding finding = finding();

        assertThat(finding.message()).endsWith("differs in working tree, index and HEAD, by its SQL");
        assertThat(finding.help())
                .endsWith("it is in commit " + lost.substring(0, 10) + ", which no branch or tag holds");
    }

    @Test
    void lettersThatWereReadInAnotherEncodingAreToldWithoutAnyHistory() {
        migrate(StandardCharsets.ISO_8859_1);

        assertThat(finding().message()).endsWith("differs in working tree, index and HEAD, only by its encoding");
    }

    @Test
    void blanksAtLineEndsThatWereNeverCommittedAreToldWithoutAnyHistory() {
        repository.write(FILE, TEXT.replace(",  \n", ",\n"));
        migrate(StandardCharsets.UTF_8);
        repository.write(FILE, TEXT);

        assertThat(finding().message()).endsWith("differs in working tree, index and HEAD, only by white space");
    }

    @Test
    void aTextThatNobodyKeepsMayHaveBeenFilledInByABuild() {
        repository.write(FILE, TEXT.replace("integer", "bigint"));
        migrate(StandardCharsets.UTF_8);
        edit(TEXT.replace("integer", "${id.type}"), "Fill in");

        assertThat(finding().message()).endsWith(", and nothing this clone can see is what was applied");
        assertThat(finding().help())
                .endsWith("; if a build fills in '${id.type}' before the tool reads the file, that may be all");
    }

    @ParameterizedTest
    @CsvSource({"\uFEFF,''", "'','\n\n'"})
    void marksAndFinalLineEndsAreNothingToFlyway(String start, String end) {
        migrate(StandardCharsets.UTF_8);
        edit(start + TEXT + end, "Tidy up");

        assertThat(findings()).isEmpty();
    }

    private void edit(String text, String message) {
        repository.write(FILE, text).stage(".").commit(message);
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("app.db");
    }

    private void migrate(Charset encoding) {
        Flyway.configure()
                .loggers("slf4j")
                .dataSource(url(), "", "")
                .encoding(encoding)
                .locations("filesystem:" + repository.path(FOLDER))
                .load()
                .migrate();
    }

    private Finding finding() {
        assertThat(findings()).hasSize(1);
        return findings().getFirst();
    }

    private List<Finding> findings() {
        InMemoryDatabase database =
                InMemoryDatabase.answering(new TableRead.Rows("flyway_schema_history", List.of(row())));
        try (Repository opened = Repository.open(repository.workTree(), repository.environment(), Optional.empty())) {
            return new Surveyor(opened, List.of(database))
                    .survey(List.of(new FlywaySystem()), layout -> true).projects().stream()
                            .flatMap(facts -> new EditedAfterApply().check(facts).stream())
                            .toList();
        }
    }

    private Row row() {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select checksum from flyway_schema_history")) {
            return Row.of(Map.of(
                    "installed_rank", "1",
                    "version", "1",
                    "description", "towns",
                    "type", "SQL",
                    "script", "V1__towns.sql",
                    "checksum", rows.getString(1),
                    "success", "1"));
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
