package dev.migtrue.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migtrue.testing.Program;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What users copy from the folder of hooks is right in the eyes of those who are to read it. */
class SnippetsIT {

    @Test
    void theFrameworkAcceptsTheManifest() {
        accepts("pre-commit", "validate-manifest", ".pre-commit-hooks.yaml");
    }

    @Test
    void theActionIsOneByTheSchemaOfActions() {
        accepts("action-validator", "hooks/github-action/action.yml");
    }

    private static void accepts(String program, String... arguments) {
        assumeTrue(
                Program.isInstalled(program) || System.getenv("CI") != null,
                program + " is not installed: it is not asked");
        String[] command = new String[arguments.length + 1];
        command[0] = program;
        System.arraycopy(arguments, 0, command, 1, arguments.length);

        Program.Run run = Program.run(Path.of("").toAbsolutePath(), Map.of(), command);

        assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
    }
}
