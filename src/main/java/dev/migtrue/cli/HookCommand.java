package dev.migtrue.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code migtrue hook}: git hooks. What it does stands in its sub-commands. */
@Command(
        name = "hook",
        mixinStandardHelpOptions = true,
        description = "Check migrations from git hooks.",
        synopsisSubcommandLabel = "COMMAND")
final class HookCommand implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    static CommandLine assembled(Surroundings surroundings) {
        return new CommandLine(new HookCommand())
                .addSubcommand(new HookInstallCommand(surroundings))
                .addSubcommand(new HookUninstallCommand(surroundings))
                .addSubcommand(new HookStatusCommand(surroundings))
                .addSubcommand(new HookRunCommand(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with hooks: a command is missing");
    }
}
