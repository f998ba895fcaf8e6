package dev.migtrue.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
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

    private static final SequencedMap<String, Function<Surroundings, Object>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("install", HookInstallCommand::new);
        ALL.put("uninstall", HookUninstallCommand::new);
        ALL.put("status", HookStatusCommand::new);
        ALL.put("run", HookRunCommand::new);
    }

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    /** With the one sub-command that the arguments start with, or with every one: see {@link Commands#forArguments}. */
    static CommandLine assembled(Surroundings surroundings, List<String> arguments) {
        CommandLine hook = new CommandLine(new HookCommand());
        String first = arguments.isEmpty() ? "" : arguments.getFirst();
        if (ALL.containsKey(first)) {
            hook.addSubcommand(ALL.get(first).apply(surroundings));
        } else {
            ALL.values().forEach(command -> hook.addSubcommand(command.apply(surroundings)));
        }
        return hook;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with hooks: a command is missing");
    }
}
