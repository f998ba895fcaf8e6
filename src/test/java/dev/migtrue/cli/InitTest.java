package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.config.Configuration;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitTest {

    private final TestRepository repository;
    private CommandRun last = new CommandRun(-1, "", "");

    InitTest(@TempDir Path folder) {
        this.repository = TestRepository.in(folder)
                .write("shop's db/migration/V1__a.sql", "create table a (id int);\n")
                .write("shop's db/migration/V1__b.sql", "create table b (id int);\n")
                .stage(".")
                .commit("Add 1 twice");
    }

    @Test
    void theFileChangesNothing() throws IOException {
        run("check", "--no-db");
        CommandRun before = last;

        run("init");

        assertThat(last.exitCode()).isZero();
        assertThat(last.output()).startsWith("wrote ").contains("migtrue.yaml");
        assertThat(ParsedConfiguration.of(written())).isEqualTo(Configuration.NONE);

        run("check", "--no-db");

        assertThat(last).isEqualTo(before);
        assertThat(before.output()).contains("duplicate-version");
    }

    @Test
    void theExamplesHoldOnceTheyAreNoCommentsAnyMore() throws IOException {
        run("init");

        Configuration read = ParsedConfiguration.of(written().replaceAll("(?m)^#(?! \\S)", ""));

        assertThat(read.base()).contains("main");
        assertThat(read.failOn()).isPresent();
        assertThat(read.rules()).isNotEmpty();
        assertThat(read.ignores()).isNotEmpty();
        assertThat(read.absences()).hasSize(2);
        assertThat(read.databases()).hasSize(2);
        assertThat(read.hook().stages()).isPresent();
        assertThat(read.systems())
                .singleElement()
                .satisfies(system ->
                        assertThat(system.name() + " in " + system.root()).isEqualTo("flyway in shop's db/migration"));
    }

    @Test
    void aFileThatIsThereIsLeftAlone() throws IOException {
        repository.write("migtrue.yaml", "base: main\n");

        run("init");

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors())
                .isEqualTo("migtrue: migtrue.yaml is there already: edit it, or see with --stdout what would be"
                        + " written\n");
        assertThat(written()).isEqualTo("base: main\n");

        run("init", "--stdout");

        assertThat(last.exitCode()).isZero();
        assertThat(last.output()).contains("#systems:\n");
        assertThat(written()).isEqualTo("base: main\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void completionKnowsCommandsAndOptions(String shell) {
        run("completion", shell);

        assertThat(last.exitCode()).isZero();
        assertThat(last.output())
                .contains("migtrue")
                .contains("check status prove audit drift snapshot hook")
                .contains("--expect-base");
    }

    @Test
    void anUnknownShellIsNamed() {
        run("completion", "fish");

        assertThat(last.exitCode()).isEqualTo(2);
        assertThat(last.errors()).isEqualTo("migtrue: no completion for the shell 'fish'; known are bash and zsh\n");
    }

    private String written() throws IOException {
        return Files.readString(repository.path("migtrue.yaml"));
    }

    private void run(String... arguments) {
        last = CommandRun.in(repository.workTree(), repository.environment(), arguments);
    }
}
