package dev.migtrue.cli;

import dev.migtrue.model.UsageException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code migtrue completion SHELL}: prints what a shell needs to complete our arguments. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Print a script by which a shell completes the arguments of migtrue.",
            "",
            "bash: migtrue completion bash > ~/.local/share/bash-completion/completions/migtrue",
            "zsh:  add to ~/.zshrc: source <(migtrue completion zsh)"
        })
final class CompletionCommand implements Callable<Integer> {

    private static final List<String> SHELLS = List.of("bash", "zsh");

    private final Surroundings surroundings;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private String shell = "";

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!SHELLS.contains(shell)) {
            throw new UsageException(
                    "no completion for the shell '" + shell + "'; known are " + String.join(" and ", SHELLS));
        }
        surroundings.out().print(AutoComplete.bash("migtrue", Commands.forArguments(surroundings)));
        return ExitCode.CLEAN.number();
    }
}
