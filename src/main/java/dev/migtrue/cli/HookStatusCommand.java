package dev.migtrue.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code migtrue hook status}: tells for each stage what stands where git looks for its hook. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tell which hooks are installed, what they start, and who else looks after hooks here.")
final class HookStatusCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HookSetup setup = new HookSetup();

    HookStatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        setup.hooks(surroundings).forEach(hook -> surroundings.out().println(HookSetup.line(hook)));
        return ExitCode.CLEAN.number();
    }
}
