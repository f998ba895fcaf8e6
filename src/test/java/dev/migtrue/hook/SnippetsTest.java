package dev.migtrue.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What users copy from the folder of hooks can be read by what it is for, and says what the program itself tells them to write. */
class SnippetsTest {

    private static final Path HOOKS = Path.of("hooks");

    static Stream<Path> everyYamlFile() throws IOException {
        try (Stream<Path> files = Files.walk(HOOKS)) {
            List<Path> yaml =
                    files.filter(file -> file.toString().endsWith(".yml")).toList();
            return Stream.concat(yaml.stream(), Stream.of(Path.of(".pre-commit-hooks.yaml")));
        }
    }

    @ParameterizedTest
    @MethodSource("everyYamlFile")
    void isYaml(Path file) throws IOException {
        Object content = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));

        assertThat(content).isInstanceOfAny(Map.class, List.class);
    }

    static List<HookStage> inClones() {
        return HookStage.of(HookStage.Side.CLIENT);
    }

    @ParameterizedTest
    @MethodSource("inClones")
    void huskysLineIsTheOneThatInstallPrints(HookStage stage) throws IOException {
        assertThat(HookRunner.HUSKY.lines(stage))
                .endsWith(Files.readString(HOOKS.resolve("husky").resolve(stage.label()))
                        .strip());
    }

    @ParameterizedTest
    @MethodSource("inClones")
    void lefthooksLinesAreTheOnesThatInstallPrints(HookStage stage) throws IOException {
        String printed = HookRunner.LEFTHOOK.lines(stage);

        String indented = printed.substring(printed.indexOf("  " + stage.label()));
        assertThat(Files.readString(HOOKS.resolve("lefthook").resolve("lefthook.yml")))
                .contains(indented.replaceAll("(?m)^  ", ""));
    }

    @Test
    void theServersHookIsAShellScript() {
        Program.Run run = Program.run(
                Path.of("."),
                Map.of(),
                "sh",
                "-n",
                HOOKS.resolve("server").resolve("pre-receive").toString());

        assertThat(run).isEqualTo(new Program.Run(0, "", ""));
    }
}
