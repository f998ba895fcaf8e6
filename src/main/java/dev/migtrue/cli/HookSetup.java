package dev.migtrue.cli;

import dev.migtrue.hook.Hook;
import dev.migtrue.hook.HookStage;
import dev.migtrue.hook.HookState;
import dev.migtrue.hook.HooksFolder;
import dev.migtrue.model.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which hooks a command is about: the arguments that the commands for setting up hooks have in common. */
final class HookSetup {

    @Option(names = "-C", paramLabel = "DIR", description = "Run as if started in DIR.")
    private @Nullable Path directory;

    @Parameters(paramLabel = "STAGE", description = "pre-commit, pre-merge-commit or pre-push. Default: all of them.")
    private List<String> stages = new ArrayList<>();

    /** The hooks named, or all, in the order of the stages. */
    List<Hook> hooks(Surroundings surroundings) {
        List<HookStage> wanted = stages.isEmpty()
                ? List.of(HookStage.values())
                : stages.stream().map(HookSetup::stage).distinct().toList();
        Path start = directory == null
                ? surroundings.directory()
                : surroundings.directory().resolve(directory);
        if (!Files.isDirectory(start)) {
            throw new UsageException("no such folder: " + start + ": name one that exists");
        }
        HooksFolder folder = HooksFolder.find(start, surroundings.environment());
        return wanted.stream().map(stage -> new Hook(folder, stage)).toList();
    }

    /** The stage that is called so. */
    static HookStage stage(String name) {
        return HookStage.named(name)
                .orElseThrow(() -> new UsageException("no hook stage is called '" + name + "'; known are "
                        + Arrays.stream(HookStage.values())
                                .map(HookStage::label)
                                .collect(Collectors.joining(", "))));
    }

    /** How a hook stands, in one line. */
    static String line(Hook hook) {
        return "%-16s  %s".formatted(hook.stage().label(), words(hook));
    }

    private static String words(Hook hook) {
        return switch (hook.state()) {
            case HookState.Absent absent -> "not installed";
            case HookState.Foreign foreign -> "not installed; somebody else's hook is there: " + foreign.file();
            case HookState.Managed managed ->
                "left to " + managed.by().label() + (hook.isRunByOther() ? ", which runs migtrue" : "");
            case HookState.Installed installed ->
                "installed"
                        + installed.chained().map(before -> ", after " + before).orElse("")
                        + installed.launcher().map(HookSetup::launcher).orElse("; starts migtrue from the PATH");
        };
    }

    private static String launcher(Path launcher) {
        return Files.isExecutable(launcher)
                ? "; starts " + launcher
                : "; " + launcher + " is gone: starts migtrue from the PATH, if there is one";
    }
}
