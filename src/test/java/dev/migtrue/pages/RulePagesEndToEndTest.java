package dev.migtrue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.cli.CommandRun;
import dev.migtrue.config.DatabaseSettings.AddressReference;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Revision;
import dev.migtrue.model.Severity;
import dev.migtrue.model.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every example of every page says what the tool says of it, through the command line, a real repository and a real database. */
class RulePagesEndToEndTest {

    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicNode> examplesSayWhatTheToolSays() {
        return ExampleTests.of(this::check);
    }

    private void check(RulePage page, Example example) throws IOException, SQLException {
        Scenario scenario = example.scenario();
        RealScenario real = RealScenario.in(Files.createTempDirectory(folder, "example"), scenario);
        List<String> arguments = new ArrayList<>(List.of("check", "--format", "concise"));
        Map<String, String> environment = new HashMap<>(real.repository().environment());
        Optional<LiveObjects> kept =
                scenario.schemas().stream().filter(LiveObjects::isKept).findFirst();
        if (kept.isPresent()) {
            Path live = Files.writeString(folder.resolve("live.schema"), kept.get().text());
            arguments.addAll(List.of("--db", "schema:" + live));
        } else if (!scenario.isOfDatabases()) {
            arguments.add("--no-db");
        } else {
            environment.put("DATABASE_URL", "sqlite:///" + real.database(DatabaseName.DEFAULT));
            scenario.configuration().databases().forEach((name, settings) -> {
                if (settings.address() instanceof AddressReference.Variable variable) {
                    environment.put(variable.name(), "sqlite:///" + real.database(name));
                }
            });
        }
        Optional<Revision> base = Optional.empty();
        if (scenario.files().containsKey(Source.BASE)) {
            arguments.addAll(List.of("--base", "base"));
            base = Optional.of(new Revision("base", real.repository().commitId("base")));
        } else {
            // As in memory: pages need not tell what their oldest migrations do.
            arguments.addAll(List.of("--since", "HEAD"));
        }

        if (!scenario.schemas().isEmpty()) {
            arguments.add("--schema");
        }

        CommandRun run = CommandRun.in(real.repository().workTree(), environment, arguments.toArray(String[]::new));

        assertThat(Example.told(page, Example.shown(run.output(), base)))
                .as(run.errors())
                .isEqualTo(example.findings());
        boolean fails = run.output()
                .lines()
                .anyMatch(line ->
                        severity(line).reaches(scenario.configuration().failOn().orElse(Severity.ERROR)));
        assertThat(run.exitCode()).isEqualTo(fails ? 1 : 0);
        if (!example.fixed().isEmpty()) {
            checkFix(page, example, real.repository().workTree(), environment, arguments);
        }
    }

    /** What was fixed is as the page says, and does not need it any more. */
    private static void checkFix(
            RulePage page, Example example, Path workTree, Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> fixing = new ArrayList<>(arguments);
        fixing.addAll(List.of("--fix", "--unsafe-fixes"));
        CommandRun fixed = CommandRun.in(workTree, environment, fixing.toArray(String[]::new));
        for (Map.Entry<String, String> file : example.fixed().entrySet()) {
            assertThat(workTree.resolve(file.getKey())).hasContent(file.getValue());
        }
        assertThat(fixed.output().lines()).noneMatch(line -> line.endsWith("[" + page.id() + "]"));
        fixing.add("--diff");
        assertThat(CommandRun.in(workTree, environment, fixing.toArray(String[]::new))
                        .output())
                .as("left to fix")
                .isEmpty();
    }

    private static Severity severity(String line) {
        return Arrays.stream(Severity.values())
                .filter(severity -> line.contains(": " + severity.label() + ": "))
                .findFirst()
                .orElseThrow();
    }
}
