package dev.migtrue.cli;

import dev.migtrue.hook.Hook;
import dev.migtrue.hook.HookStage;
import dev.migtrue.hook.HookStage.Side;
import dev.migtrue.hook.HookState;
import dev.migtrue.hook.HooksFolder;
import dev.migtrue.model.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which hooks a command is about: the arguments that the commands for setting up hooks have in common. */
final class HookSetup {

    static final String STAGES =
            "pre-commit, pre-merge-commit, pre-push, post-checkout, post-merge or post-rewrite; in a"
                    + " bare repository pre-receive.";

    @Option(names = "-C", paramLabel = "DIR", description = "Run as if started in DIR.")
    private @Nullable Path directory;

    @Parameters(
            paramLabel = "STAGE",
            description = STAGES + " Default of install: those that can stop a mistake, which"
                    + " are all but the post- ones; else all.")
    private List<String> stages = new ArrayList<>();

    /** The hooks named, or else all that this repository calls, in the order of the stages. */
    List<Hook> hooks(Surroundings surroundings) {
        return hooks(surroundings, (side, folder) -> HookStage.of(side));
    }

    /** The hooks named, or else those that the configuration names, or those that are usual. */
    List<Hook> usualHooks(Surroundings surroundings) {
        return hooks(surroundings, HookSetup::configured);
    }

    private static List<HookStage> configured(Side side, HooksFolder folder) {
        return folder.top()
                .flatMap(top -> Workplace.configuration(top).hook().stages())
                .map(names -> names.stream().map(HookSetup::stage).distinct().toList())
                .orElseGet(() -> HookStage.usual(side));
    }

    private List<Hook> hooks(Surroundings surroundings, BiFunction<Side, HooksFolder, List<HookStage>> unnamed) {
        Path start = start(surroundings);
        if (!Files.isDirectory(start)) {
            throw new UsageException("no such folder: " + start + ": name one that exists");
        }
        List<HookStage> named = stages.stream().map(HookSetup::stage).distinct().toList();
        HooksFolder folder = HooksFolder.find(start, surroundings.environment());
        Side side = folder.side();
        List<HookStage> wanted = named.isEmpty() ? unnamed.apply(side, folder) : named;
        wanted.stream().filter(stage -> stage.side() != side).findFirst().ifPresent(HookSetup::refuse);
        return wanted.stream().map(stage -> new Hook(folder, stage)).toList();
    }

    private static void refuse(HookStage stage) {
        throw new UsageException(
                switch (stage.side()) {
                    case CLIENT ->
                        stage.label() + " is called in clones, and this repository is bare: name "
                                + labels(HookStage.of(Side.SERVER));
                    case SERVER ->
                        stage.label() + " is called in the bare repository that is pushed to, and this one has a"
                                + " work tree: name one of " + labels(HookStage.of(Side.CLIENT));
                });
    }

    private static String labels(List<HookStage> stages) {
        return stages.stream().map(HookStage::label).collect(Collectors.joining(", "));
    }

    /** Where the command is to run. */
    Path start(Surroundings surroundings) {
        return directory == null
                ? surroundings.directory()
                : surroundings.directory().resolve(directory);
    }

    /** The stage that is called so. */
    static HookStage stage(String name) {
        return HookStage.named(name)
                .orElseThrow(() -> new UsageException(
                        "no hook stage is called '" + name + "'; known are " + labels(List.of(HookStage.values()))));
    }

    /** How a hook stands, in one line. */
    static String line(Hook hook) {
        return "%-16s  %s".formatted(hook.stage().label(), words(hook));
    }

    /** How a hook stands, without the name of its stage. */
    static String words(Hook hook) {
        return switch (hook.state()) {
            case HookState.Absent absent -> "not installed";
            case HookState.Foreign foreign -> "not installed; somebody else's hook is there: " + foreign.file();
            case HookState.Managed managed ->
                "left to " + managed.by().label() + (hook.isRunByOther() ? ", which runs migtrue" : "");
            case HookState.Configured configured ->
                (configured.git().runsConfiguredHooks()
                                ? "installed in git's configuration"
                                : "installed in git's configuration, which git " + configured.git()
                                        + " does not look at: install it again")
                        + configured.launcher().map(HookSetup::launcher).orElse("; starts migtrue from the PATH");
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
