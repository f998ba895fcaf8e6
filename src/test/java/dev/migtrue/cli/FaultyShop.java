package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.migtrue.cli.Fault.Meaning;
import dev.migtrue.cli.Fault.Waiting;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A repository with one migration, whose database something is wrong with. */
final class FaultyShop {

    /** Far more than the longest wait, and far less than for ever. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** So many rules need a database at least. */
    private static final int RULES = 8;

    /** How the runs that meet a fault follow each other. */
    enum Pace {
        /** At the same time, as each has to wait. */
        TOGETHER(3),
        /** One after the other, as those who open a file would meet each other there. */
        IN_TURN(1);

        private final int threads;

        Pace(int threads) {
            this.threads = threads;
        }
    }

    private final Path folder;
    private final Pace pace;
    private final TestRepository repository;

    FaultyShop(Path folder, Pace pace) throws IOException {
        this.folder = folder;
        this.pace = pace;
        for (Waiting waiting : Waiting.values()) {
            Files.writeString(
                    folder.resolve(waiting + ".yaml"),
                    "databases: { shop: { urlEnv: SHOP_URL, " + waiting.keys() + " } }\n");
        }
        this.repository = TestRepository.in(folder)
                .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                .write("migrations/env.py", "")
                .write("migrations/versions/001_step.py", "revision = '001'\ndown_revision = None\n")
                .stage(".")
                .commit("Start");
    }

    TestRepository repository() {
        return repository;
    }

    /** Sets a fault up, meets it in several runs, and holds what they say to what is promised. */
    void meets(Fault fault) {
        assertTimeoutPreemptively(LIMIT, () -> {
            try (Stage stage = new Stage(Files.createTempDirectory(folder, "stage"))) {
                String address = fault.scene().address(stage);
                List<CommandRun> runs = all(
                        List.of(
                                List.of("--unreachable", "warn", "--debug"),
                                List.of("--unreachable", "fail", "-v"),
                                List.of("--unreachable", "warn", "--require", "database")),
                        options -> check(fault.waiting(), address, options));
                assertThat(runs.stream().map(CommandRun::exitCode))
                        .containsExactly(fault.meaning() == Meaning.UNREACHABLE ? 0 : 3, 3, 3);
                for (CommandRun run : runs) {
                    isPlain(run, fault);
                    isUnverified(run, fault);
                }
            }
        });
    }

    /** Checks a database which nothing keeps from being read. */
    CommandRun read(String address) {
        return check(Waiting.LONG, address, List.of("--unreachable", "fail"));
    }

    private CommandRun check(Waiting waiting, String address, List<String> options) {
        Map<String, String> environment = new HashMap<>(repository.environment());
        environment.put("SHOP_URL", address);
        String configuration = folder.resolve(waiting + ".yaml").toString();
        return CommandRun.in(
                repository.workTree(),
                environment,
                Stream.concat(Stream.of("check", "--format", "json", "--config", configuration), options.stream())
                        .toArray(String[]::new));
    }

    /** One line says it, without a secret and without the innards of the program. */
    private static void isPlain(CommandRun run, Fault fault) {
        String all = run.output() + run.errors();
        assertThat(all).doesNotContain(Stage.TRACE).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(run.errors().lines().filter(line -> line.contains("database shop not read")))
                .as(run.errors())
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).contains(fault.words()));
    }

    private static void isUnverified(CommandRun run, Fault fault) {
        JsonNode report = JsonMapper.builder().build().readTree(run.output());
        assertThat(report.path("outcome").asString()).isEqualTo("unverified");
        JsonNode database = report.path("read").path("databases").path(0);
        assertThat(database.path("state").asString()).isEqualTo("not-read");
        assertThat(database.path("reason").asString()).contains(fault.words());
        List<JsonNode> skipped = StreamSupport.stream(report.path("skipped").spliterator(), false)
                .filter(rule -> rule.path("need").asString().equals("database"))
                .toList();
        assertThat(skipped).hasSizeGreaterThanOrEqualTo(RULES);
        assertThat(skipped)
                .allSatisfy(rule -> assertThat(rule.path("reason").asString()).contains(fault.words()));
    }

    /** Runs at the same time, as each may have to wait. */
    private List<CommandRun> all(List<List<String>> optionsOfEach, Function<List<String>, CommandRun> run)
            throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(pace.threads)) {
            List<Future<CommandRun>> runs = optionsOfEach.stream()
                    .map(options -> threads.submit(() -> run.apply(options)))
                    .toList();
            List<CommandRun> done = new ArrayList<>();
            for (Future<CommandRun> each : runs) {
                done.add(each.get());
            }
            return done;
        }
    }
}
