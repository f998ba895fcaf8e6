package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check --format} writes, and where to. */
class FormatsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyFormatCanBeWrittenInOneRun() throws IOException {
        TestRepository shop = shop();

        CommandRun run = check(
                shop,
                "--format=concise",
                "--format=json=r.json",
                "--format=sarif=r.sarif",
                "--format=junit=r.xml",
                "--format=gitlab=r.gitlab",
                "--format=github=r.log",
                "--format=text=r.txt");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).startsWith("db/migration/V2__orders.sql:1:1: error: ");
        assertThat(written(shop, "r.json")).contains("\"schemaVersion\": 1");
        assertThat(written(shop, "r.sarif")).contains("\"2.1.0\"", "db/migration/V2__orders.sql");
        assertThat(written(shop, "r.xml")).contains("<testcase classname=\"migtrue.untracked-migration\"", "<failure ");
        assertThat(written(shop, "r.gitlab")).contains("\"check_name\": \"untracked-migration\"");
        assertThat(written(shop, "r.log")).startsWith("::error file=db/migration/V2__orders.sql,line=1,");
        assertThat(written(shop, "r.txt")).contains("[untracked-migration]");
    }

    @Test
    void realRulePagesMakeSarifThatThePublishedSchemaAccepts() throws IOException {
        CommandRun run = check(shop(), "--format=sarif");

        try (InputStream schema =
                Objects.requireNonNull(FormatsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                            .getSchema(schema, InputFormat.JSON)
                            .validate(run.output(), InputFormat.JSON))
                    .isEmpty();
        }
        assertThat(run.output()).contains("\"id\": \"untracked-migration\"", "The migration tool runs this file");
    }

    @Test
    void stepSummaryIsAddedToWhatOthersWroteAndOnlyForGitHub() throws IOException {
        Path summary = folder.resolve("summary.md");
        Files.writeString(summary, "# Tests passed\n");
        TestRepository shop = shop();
        Map<String, String> environment = Map.of("GITHUB_STEP_SUMMARY", summary.toString());

        check(shop, environment, "--format=text");

        assertThat(summary).hasContent("# Tests passed");

        check(shop, environment, "--format=github");

        assertThat(summary)
                .content()
                .startsWith("# Tests passed\n## migtrue: 1 error")
                .contains("git add -- db/migration/V2__orders.sql");
    }

    @Test
    void stepSummaryThatIsFullIsLeftAsItIs() throws IOException {
        Path summary = folder.resolve("summary.md");
        Files.writeString(summary, "x".repeat(1024 * 1024));

        CommandRun run = check(shop(), Map.of("GITHUB_STEP_SUMMARY", summary.toString()), "--format=github");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(summary).hasSize(1024 * 1024);
    }

    @Test
    void stepSummaryThatCannotBeWrittenIsSaid() {
        CommandRun run = check(shop(), Map.of("GITHUB_STEP_SUMMARY", folder.toString()), "--format=github");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.errors())
                .contains("cannot write the step summary to " + folder)
                .doesNotContain("\tat ");
    }

    @Test
    void onlyOneFormatGoesToStandardOutput() {
        CommandRun run = check(shop(), "--format=github", "--format=sarif");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("only one format may go to standard output");
    }

    @Test
    void helpAndRefusalNameEveryFormat() {
        TestRepository shop = shop();
        String all = "text, concise, json, sarif, junit, github";

        assertThat(check(shop, "--format=xml").errors()).contains("'xml'", all + ", gitlab");
        assertThat(check(shop, "--help").output().replaceAll("\\s+", " ")).contains(all + " or gitlab");
    }

    private static String written(TestRepository repository, String name) throws IOException {
        return Files.readString(repository.path(name));
    }

    private TestRepository shop() {
        TestRepository repository = TestRepository.in(folder)
                .write("db/migration/V1__users.sql", "create table if not exists users (id int);\n");
        repository.stage(".").commit("Add users");
        return repository.write("db/migration/V2__orders.sql", "create table if not exists orders (id int);\n");
    }

    private static CommandRun check(TestRepository repository, String... options) {
        return check(repository, Map.of(), options);
    }

    private static CommandRun check(TestRepository repository, Map<String, String> variables, String... options) {
        Map<String, String> environment = new HashMap<>(repository.environment());
        environment.putAll(variables);
        String[] arguments =
                Stream.concat(Stream.of("check", "--no-db"), Stream.of(options)).toArray(String[]::new);
        return CommandRun.in(repository.workTree(), environment, arguments);
    }
}
