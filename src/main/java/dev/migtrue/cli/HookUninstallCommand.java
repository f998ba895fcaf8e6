package dev.migtrue.cli;

import dev.migtrue.hook.Hook;
import dev.migtrue.hook.HookMemory;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code migtrue hook uninstall}: takes our hooks away and puts back what was there before. */
@Command(
        name = "uninstall",
        mixinStandardHelpOptions = true,
        description = "Take the hooks of migtrue away and put back, byte for byte, what was there before.")
final class HookUninstallCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HookSetup setup = new HookSetup();

    HookUninstallCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Hook> hooks = setup.hooks(surroundings);
        hooks.forEach(Hook::uninstall);
        HookMemory.forget(setup.start(surroundings), surroundings.environment());
        hooks.forEach(hook -> surroundings.out().println(HookSetup.line(hook)));
        return ExitCode.CLEAN.number();
    }
}
