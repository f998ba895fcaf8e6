package dev.migtrue.incident;

import dev.migtrue.testing.Program;
import dev.migtrue.testing.TestRepository;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run's exit code and what it printed. */
record Verdict(int exitCode, JsonNode json) {

    /** What migtrue says of a repository and a database. */
    static Verdict on(TestRepository repository, RealDatabase database) {
        Program.Run run = Program.run(
                repository.workTree(),
                repository.environment(),
                Program.migtrue(),
                "check",
                "--db",
                database.url(),
                "--format",
                "json");
        return new Verdict(run.exitCode(), JsonMapper.shared().readTree(run.output()));
    }

    List<String> rules() {
        return findings().map(finding -> finding.path("rule").asString()).toList();
    }

    List<String> ids(String rule) {
        return of(rule).map(finding -> finding.path("migration").asString()).toList();
    }

    List<String> messages(String rule) {
        return of(rule).map(finding -> finding.path("message").asString()).toList();
    }

    List<String> helps(String rule) {
        return of(rule).map(finding -> finding.path("help").asString()).toList();
    }

    List<List<String>> fixes(String rule) {
        return of(rule).map(finding -> finding.path("fix")
                        .path("argv")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList())
                .toList();
    }

    private Stream<JsonNode> of(String rule) {
        return findings().filter(finding -> finding.path("rule").asString().equals(rule));
    }

    private Stream<JsonNode> findings() {
        return json.path("findings").valueStream();
    }
}
